package org.answerable.platform.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

@Controller
class AssetsController {
  @GetMapping("/assets/{file}")
  ResponseEntity<byte[]> asset(
      @PathVariable String file,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false)
          @Nullable String encodings) {
    Bytes asset = Assets.find(file).orElseThrow(NotFound::new);
    return asset.answer(
        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable(), encodings);
  }
}
