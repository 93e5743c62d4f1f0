import { HostObject, type HostMethod } from '../java/host-object'
import { checkLength, illegalArgument } from '../java/java-errors'
import type { JavaValue } from '../java/java-value'
import { decodeBase64, encodeBase64 } from '../java/text/base64'
import { escapeJavaScript } from '../java/text/escape-java-script'
import { decodeUrl, encodeUrl } from '../java/text/url-encoding'
import { decodeUtf8, encodeUtf8 } from '../java/text/utf8'
import { parseJson } from '../json/parse-json'

/** A method that takes one String and nothing else; null gives null. */
function ofText(apply: (text: string) => JavaValue): HostMethod {
  return (...args) => {
    const [text] = args
    if (args.length !== 1 || text === undefined) return undefined
    if (text === null) return null
    return typeof text === 'string' ? apply(text) : undefined
  }
}

/** Encoded texts are longer than what they are made of. */
function encode(apply: (text: string) => string): HostMethod {
  return ofText((text) => {
    const encoded = apply(text)
    checkLength(encoded.length)
    return encoded
  })
}

const UTIL = new HostObject('com.amazonaws.apigateway.template.Util', {
  base64Decode: ofText((text) => decodeUtf8(decodeBase64(text))),
  base64Encode: encode((text) => encodeBase64(encodeUtf8(text))),
  escapeJavaScript: encode(escapeJavaScript),
  parseJson: ofText(parseJson),
  toString: (...args) => {
    if (args.length > 0) throw illegalArgument('wrong number of arguments')
    return '{}'
  },
  urlDecode: ofText(decodeUrl),
  urlEncode: encode(encodeUrl),
})

/**
 * `$util`. Its functions take Strings only: a number or a map finds no function.
 * Source: rest-api.md 10.3; vtl.md 1, "Open questions", for what is not documented.
 */
export function utilVariable(): HostObject {
  return UTIL
}
