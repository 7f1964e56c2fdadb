package org.answerable.channel.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.answerable.organisation.ChannelConfig;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Telegram as one bot calls it, through the library's client: each call once. The token stands in
 * every address, and the library's exceptions quote: so no exception leaves this class. Safe for
 * use by many threads.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Telegram: making requests</a>
 */
final class BotApi {
  private static final URI TELEGRAM = URI.create("https://api.telegram.org");

  /** More wait for those. */
  private static final int CALLS_AT_ONCE = 256;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram call").factory());
  private final OkHttpClient http;
  private final TelegramClient telegram;

  /**
   * @param wait at most for the connection, and again for the answer
   */
  BotApi(ChannelConfig.Telegram config, Duration wait) {
    this(config, wait, Duration.ZERO);
  }

  /**
   * @param held how long Telegram may be asked to hold its answer back
   */
  BotApi(ChannelConfig.Telegram config, Duration wait, Duration held) {
    URI base = config.apiUrl() == null ? TELEGRAM : config.apiUrl();
    this.http = http(base, wait, held);
    this.telegram = new OkHttpTelegramClient(TelegramJson.MAPPER, http, config.token(), url(base));
  }

  private OkHttpClient http(URI base, Duration wait, Duration held) {
    var calls = new Dispatcher(threads);
    calls.setMaxRequests(CALLS_AT_ONCE);
    calls.setMaxRequestsPerHost(CALLS_AT_ONCE);
    return new OkHttpClient.Builder()
        .dispatcher(calls)
        .connectTimeout(wait)
        .writeTimeout(wait)
        .readTimeout(wait.plus(held))
        .callTimeout(wait.multipliedBy(2).plus(held))
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .protocols(List.of(Protocol.HTTP_1_1))
        .addInterceptor(new Wire(base.getPath()))
        .addNetworkInterceptor(Wire.Once.INSTANCE)
        .build();
  }

  private static TelegramUrl url(URI base) {
    int port = base.getPort();
    return TelegramUrl.builder()
        .schema(base.getScheme())
        .host(base.getHost())
        .port(port >= 0 ? port : base.getScheme().equals("https") ? 443 : 80)
        .build();
  }

  /**
   * @throws InterruptedException when this thread is asked to end
   */
  Answer call(Call call) throws InterruptedException {
    try {
      return telegram.executeAsync(call).get();
    } catch (ExecutionException e) {
      return Wire.answer(e);
    } catch (TelegramApiException e) { // it could not be written
      return new Answer.Unsent(e.getClass().getSimpleName());
    }
  }

  /** Ends the calls that are under way, and takes no more. */
  void close() {
    threads.shutdown();
    http.dispatcher().cancelAll();
  }
}
