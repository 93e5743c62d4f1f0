import { expect, it } from 'vitest'
import { xmlText } from './xml-text'

it('escapes what ends texts and attributes', () => {
  expect(xmlText(`<a href="x" title='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  )
})

it('keeps line ends, and replaces what XML cannot hold', () => {
  expect(xmlText('a\tb\nc\rd')).toBe('a&#9;b&#10;c&#13;d')
  expect(xmlText('\u0000\u0008\u001b\ufffe\ud800x\udc00')).toBe('\ufffd\ufffd\ufffd\ufffd\ufffdx\ufffd')
  expect(xmlText('é日😀')).toBe('é日😀')
})
