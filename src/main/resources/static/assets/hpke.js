// HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM, by the browser's own
// cryptography. Names are the RFC's. Sealed bytes are enc || ct, as the server writes and reads them.
"use strict";

const hpke = (() => {
  const kemId = 0x0010, kdfId = 0x0001, aeadId = 0x0002;
  const Nh = 32, Nk = 32, Nn = 12, Npk = 65, secretBits = 256;
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const utf8 = text => new TextEncoder().encode(text);
  const I2OSP2 = n => Uint8Array.of(n >> 8, n & 255);
  const none = new Uint8Array(0);

  function concat(...parts) {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  async function hmac(key, data) {
    const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", imported, data));
  }

  // HKDF-Extract: an absent salt is Nh zeros (RFC 5869, 2.2)
  const extract = (salt, ikm) => hmac(salt.length ? salt : new Uint8Array(Nh), ikm);

  async function expand(prk, info, L) {
    let block = none, out = none;
    for (let i = 1; out.length < L; i++) {
      block = await hmac(prk, concat(block, info, Uint8Array.of(i)));
      out = concat(out, block);
    }
    return out.slice(0, L);
  }

  const kemSuite = concat(utf8("KEM"), I2OSP2(kemId));
  const suite = concat(utf8("HPKE"), I2OSP2(kemId), I2OSP2(kdfId), I2OSP2(aeadId));

  const LabeledExtract = (of, salt, label, ikm) =>
    extract(salt, concat(utf8("HPKE-v1"), of, utf8(label), ikm));
  const LabeledExpand = (of, prk, label, info, L) =>
    expand(prk, concat(I2OSP2(L), utf8("HPKE-v1"), of, utf8(label), info), L);

  async function ExtractAndExpand(dh, kemContext) {
    const prk = await LabeledExtract(kemSuite, none, "eae_prk", dh);
    return LabeledExpand(kemSuite, prk, "shared_secret", kemContext, Nh);
  }

  const DH = async (skX, pkY) =>
    new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: pkY }, skX, secretBits));
  const SerializePublicKey = async pk => new Uint8Array(await crypto.subtle.exportKey("raw", pk));
  const DeserializePublicKey = bytes => crypto.subtle.importKey("raw", bytes, curve, true, []);

  async function Encap(pkRm) {
    const ephemeral = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
    const enc = await SerializePublicKey(ephemeral.publicKey);
    const dh = await DH(ephemeral.privateKey, await DeserializePublicKey(pkRm));
    return { sharedSecret: await ExtractAndExpand(dh, concat(enc, pkRm)), enc };
  }

  async function Decap(enc, skR, pkRm) {
    const dh = await DH(skR, await DeserializePublicKey(enc));
    return ExtractAndExpand(dh, concat(enc, pkRm));
  }

  async function KeySchedule(sharedSecret, info) {
    const pskIdHash = await LabeledExtract(suite, none, "psk_id_hash", none);
    const infoHash = await LabeledExtract(suite, none, "info_hash", info);
    const context = concat(Uint8Array.of(0), pskIdHash, infoHash); // mode_base
    const secret = await LabeledExtract(suite, sharedSecret, "secret", none);
    const key = await LabeledExpand(suite, secret, "key", context, Nk);
    const baseNonce = await LabeledExpand(suite, secret, "base_nonce", context, Nn);
    return { key: await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]), baseNonce };
  }

  // pkRm: 65 bytes. Single shot: the sequence number is 0, so the nonce is the base nonce.
  async function SealBase(pkRm, info, aad, pt) {
    const { sharedSecret, enc } = await Encap(pkRm);
    const { key, baseNonce } = await KeySchedule(sharedSecret, info);
    const ct = await crypto.subtle.encrypt({ name: "AES-GCM", iv: baseNonce, additionalData: aad }, key, pt);
    return concat(enc, new Uint8Array(ct));
  }

  // skR: a CryptoKey that need not be extractable. Fails when it was not sealed for this key and this info.
  async function OpenBase(sealed, skR, pkRm, info, aad) {
    const sharedSecret = await Decap(sealed.slice(0, Npk), skR, pkRm);
    const { key, baseNonce } = await KeySchedule(sharedSecret, info);
    const params = { name: "AES-GCM", iv: baseNonce, additionalData: aad };
    return new Uint8Array(await crypto.subtle.decrypt(params, key, sealed.slice(Npk)));
  }

  return { SealBase, OpenBase, SerializePublicKey, concat, utf8, curve };
})();
