import { JavaException } from '../java/java-exception'

/** What json-smart throws at a text that even its permissive mode cannot read. Positions count UTF-16 units from 0. */
const PARSE_EXCEPTION = 'net.minidev.json.parser.ParseException'

export function unexpectedCharacter(code: number, position: number): JavaException {
  const character = String.fromCharCode(code)
  return new JavaException(PARSE_EXCEPTION, `Unexpected character (${character}) at position ${position}.`)
}

export function unexpectedToken(token: string, position: number): JavaException {
  return new JavaException(PARSE_EXCEPTION, `Unexpected token ${token} at position ${position}.`)
}

/** `found` is what json-smart writes after the position: "EOF" or "null", depending on where it stopped. */
export function unexpectedEnd(position: number, found: 'EOF' | 'null'): JavaException {
  return new JavaException(PARSE_EXCEPTION, `Unexpected End Of File position ${position}: ${found}`)
}

export function unexpectedEscape(code: number, position: number): JavaException {
  const character = String.fromCharCode(code)
  return new JavaException(PARSE_EXCEPTION, `Unexpected unicode escape sequence ${character} at position ${position}.`)
}

export function tooDeep(code: number, position: number): JavaException {
  const character = String.fromCharCode(code)
  return new JavaException(
    PARSE_EXCEPTION,
    `Malicious payload, having non natural depths, parsing stoped on ${character} at position ${position}.`,
  )
}
