/** `<Code>NoSuchKey</Code>`: what stands in an element is either its text or elements already written. */
export function xmlElement(name: string, content: string | readonly string[], attributes = ''): string {
  const inner = typeof content === 'string' ? xmlText(content) : content.join('')
  return `<${name}${attributes}>${inner}</${name}>`
}

/** Nothing for an absent value. */
export function optionalXml(name: string, content: string | undefined | null): string[] {
  return content === undefined || content === null ? [] : [xmlElement(name, content)]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
}

/** What XML 1.0 has no place for becomes U+FFFD. */
function xmlText(text: string): string {
  return text
    .replaceAll(/[&<>"\r]/g, (character) => ENTITIES[character]!)
    .replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
