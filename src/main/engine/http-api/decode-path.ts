const ENCODED = /(?:%[0-9a-f]{2})+/gi

/**
 * "/caf%C3%A9%2Fx" -> "/café/x": the form that HTTP APIs route on and call `rawPath`. What is no encoding of UTF-8 stays as it was sent.
 * Source: http-api.md 4.2 and 8.2.1, recorded.
 */
export function decodePath(path: string): string {
  if (!path.includes('%')) return path
  return path.replaceAll(ENCODED, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/** A decoded value as a part of a URL's path: what would end the path or cannot stand in a request line is encoded, "/" is not. */
export function encodePathValue(value: string): string {
  return encodeURIComponent(wellFormed(value)).replaceAll(/%(2F|3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent)
}

/** Half of a surrogate pair has no encoding. */
export function wellFormed(text: string): string {
  return text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd')
}
