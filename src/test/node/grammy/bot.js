// What our webhook is measured beside: grammY with its session in Redis and one insert a message, answered in the webhook's reply.
// SECRET, REDIS (a URL) and the PG* variables come from the environment; prints its port when it is ready.
import { createServer } from "node:http";
import { Bot, session, webhookCallback } from "grammy";
import { RedisAdapter } from "@grammyjs/storage-redis";
import { Redis } from "ioredis";
import pg from "pg";

const CONNECTIONS = 16; // to PostgreSQL: more than the processors can use
const pool = new pg.Pool({ max: CONNECTIONS });
const bot = new Bot("1:AA", {
  botInfo: { id: 1, is_bot: true, first_name: "beside", username: "beside_bot" },
  client: { canUseWebhookReply: (method) => method === "sendMessage" },
});

bot.use(session({
  initial: () => ({ texts: 0 }),
  storage: new RedisAdapter({ instance: new Redis(process.env.REDIS) }),
}));
bot.on("message:text", async (ctx) => {
  ctx.session.texts++;
  await pool.query("insert into inserted (words) values ($1)", [ctx.msg.text]);
  await ctx.reply("Thank you. What is it about?");
});

const server = createServer(webhookCallback(bot, "http", { secretToken: process.env.SECRET }));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
