// A focal point's key: made here, under a passphrase, or from the letters of the recovery sheet. What leaves this page
// is the public half, and the private half under the passphrase. The server's PersonSecret writes and reads the same.
"use strict";

const focalKey = (() => {
  const rounds = 600_000, saltBytes = 16, ivBytes = 12, secretBytes = 32;
  const rows = 4, rowBytes = secretBytes / rows, checkBytes = 2;
  const leastWords = 5, proposedWords = 6, leastLetters = 20, nameBits = 100;
  const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const { concat, utf8, curve } = hpke;

  const base64 = bytes => btoa(String.fromCharCode(...bytes));
  const unbase64 = text => Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
  const base64url = bytes => base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const unbase64url = text => unbase64(text.replaceAll("-", "+").replaceAll("_", "/"));
  const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

  // Crockford's base 32: five bits a sign, without the signs that look like others
  function letters(bytes, bits = bytes.length * 8) {
    let text = "";
    for (let at = 0; at < bits; at += 5) {
      let value = 0;
      for (let bit = at; bit < at + 5; bit++) value = value << 1 | bytes[bit >> 3] >> 7 - bit % 8 & 1;
      text += signs[value];
    }
    return text;
  }

  function unletters(written) {
    const text = written.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
    const bytes = new Uint8Array(text.length * 5 >> 3);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const value = signs.indexOf(text[Math.floor(bit / 5)]);
      if (value < 0) return new Uint8Array(0);
      bytes[bit >> 3] |= (value >> 4 - bit % 5 & 1) << 7 - bit % 8;
    }
    return bytes;
  }

  const grouped = text => text.match(/.{1,4}/g).join("-");

  // What two people compare by voice: 100 bits of SHA-256(public key)
  const name = async publicKey => grouped(letters(await sha256(publicKey), nameBits));

  // Six made-up words of four letters, 12.2 bits each: as easy to say in Swahili as in French or English
  function proposal() {
    const consonants = "bdfghklmnprstvz", vowels = "aeiou";
    const pick = from => {
      const limit = 256 - 256 % from.length;
      for (;;) {
        const [byte] = crypto.getRandomValues(new Uint8Array(1));
        if (byte < limit) return from[byte % from.length];
      }
    };
    const word = () => pick(consonants) + pick(vowels) + pick(consonants) + pick(vowels);
    return Array.from({ length: proposedWords }, word).join(" ");
  }

  const tidy = passphrase => passphrase.normalize("NFKC").trim().replace(/\s+/g, " ");

  // Why a passphrase won't do; empty when it does
  function weakness(passphrase) {
    const words = tidy(passphrase).split(" ");
    if (words.length < leastWords) return `Use at least ${leastWords} words, with spaces between them.`;
    if (new Set(words.map(word => word.toLowerCase())).size < leastWords) return "Use different words.";
    return words.join("").length < leastLetters ? "Use longer words." : "";
  }

  async function wrappingKey(passphrase, salt, iterations) {
    const base = await crypto.subtle.importKey("raw", utf8(tidy(passphrase)), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
    return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }

  // rounds (4 bytes) || salt || iv || AES-256-GCM(secret), bound to the public key
  async function wrap(secret, publicKey, passphrase) {
    const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const key = await wrappingKey(passphrase, salt, rounds);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: publicKey }, key, secret);
    const head = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, rounds);
    return concat(head, salt, iv, new Uint8Array(sealed));
  }

  // The secret; fails when the passphrase is wrong
  async function unwrap(wrapped, publicKey, passphrase) {
    const iterations = new DataView(wrapped.buffer, wrapped.byteOffset).getUint32(0);
    const salt = wrapped.slice(4, 4 + saltBytes), iv = wrapped.slice(4 + saltBytes, 4 + saltBytes + ivBytes);
    const key = await wrappingKey(passphrase, salt, iterations);
    const sealed = wrapped.slice(4 + saltBytes + ivBytes);
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: publicKey }, key, sealed));
  }

  async function make() {
    const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
    const secret = unbase64url((await crypto.subtle.exportKey("jwk", pair.privateKey)).d);
    return { secret, publicKey: await hpke.SerializePublicKey(pair.publicKey) };
  }

  // A key that this page can use and nothing can read out of it
  function use(secret, publicKey) {
    const jwk = {
      kty: "EC", crv: "P-256", d: base64url(secret),
      x: base64url(publicKey.slice(1, 33)), y: base64url(publicKey.slice(33)),
    };
    return crypto.subtle.importKey("jwk", jwk, curve, false, ["deriveBits"]);
  }

  async function check(row, bytes) {
    return (await sha256(concat(utf8("answerable recovery v1"), Uint8Array.of(row), bytes))).slice(0, checkBytes);
  }

  // Four rows of four groups; the end of each row is its checksum, so that a slip is found in its row
  async function sheet(secret) {
    const lines = [];
    for (let row = 0; row < rows; row++) {
      const bytes = secret.slice(row * rowBytes, (row + 1) * rowBytes);
      lines.push(grouped(letters(concat(bytes, await check(row + 1, bytes)))));
    }
    return lines;
  }

  // { secret }, or { row }: the first row that was not copied as it stands
  async function fromSheet(written) {
    const parts = [];
    for (let row = 0; row < rows; row++) {
      const bytes = unletters(written[row] ?? "");
      const secret = bytes.slice(0, rowBytes), found = bytes.slice(rowBytes);
      const wanted = await check(row + 1, secret);
      if (bytes.length !== rowBytes + checkBytes || found.some((byte, i) => byte !== wanted[i])) return { row: row + 1 };
      parts.push(secret);
    }
    return { secret: concat(...parts) };
  }

  return { base64, unbase64, name, proposal, weakness, wrap, unwrap, make, use, sheet, fromSheet };
})();
