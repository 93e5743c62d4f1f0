import { expect, it } from 'vitest'
import { encodeUtf8 } from './encode-utf8'

it.each(['', 'plain', 'Größe', '€ 日本', '𝄞 and 😀', '\u0000\u007f\u0080\u07ff\u0800\uffff'])(
  '%j as Node does it',
  (text) => {
    expect(Buffer.from(encodeUtf8(text)).toString('hex')).toBe(Buffer.from(text, 'utf8').toString('hex'))
  },
)

it('half of a pair is replaced', () => {
  expect(Buffer.from(encodeUtf8('a\ud83db')).toString('utf8')).toBe('a\ufffdb')
})
