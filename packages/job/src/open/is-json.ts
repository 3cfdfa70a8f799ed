/** Whether a file looks like an object of JSON, as specs are. */
export function isJson(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 1000)));
}
