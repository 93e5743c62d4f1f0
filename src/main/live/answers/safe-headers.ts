import type { HeaderList } from '../../engine/mapping/header-list'

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/**
 * Headers that can be written: a name that is none is left out, and nothing in a value can end the line. Characters beyond Latin-1 are
 * sent as UTF-8.
 */
export function safeHeaders(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => TOKEN.test(name)).map(([name, value]) => [name, safeValue(value)])
}

function safeValue(value: string): string {
  // eslint-disable-next-line no-control-regex
  const oneLine = value.replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '')
  // eslint-disable-next-line no-control-regex
  return /[^\u0000-\u00ff]/.test(oneLine) ? Buffer.from(oneLine, 'utf8').toString('latin1') : oneLine
}
