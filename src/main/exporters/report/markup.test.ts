import { expect, it } from 'vitest'
import { safeHtml, NOTHING } from './markup'

it('escapes every text that is put in', () => {
  expect(safeHtml`<a title="${'"><script>'}">${"<b>'&'"}</a>`).toEqual({
    markup: '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&#39;&amp;&#39;</a>',
  })
})

it('keeps what is markup already, one or many, and numbers', () => {
  const items = ['a', '<'].map((text) => safeHtml`<li>${text}</li>`)
  expect(safeHtml`<ul>${items}</ul>${NOTHING}${3}`.markup).toBe('<ul><li>a</li><li>&lt;</li></ul>3')
})
