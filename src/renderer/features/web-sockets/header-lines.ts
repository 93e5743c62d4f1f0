type Headers = readonly (readonly [name: string, value: string])[]

/** "Name: value" lines as headers; a line without a colon is a name with nothing. */
export function headersOf(text: string): Headers {
  return text.split('\n').flatMap((line) => {
    const at = line.indexOf(':')
    const name = (at === -1 ? line : line.slice(0, at)).trim()
    return name === '' ? [] : [[name, at === -1 ? '' : line.slice(at + 1).trim()] as const]
  })
}

export function headerLines(headers: Headers): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n')
}
