import { expect, test } from 'vitest'
import type { TemplateProfile } from '@shared/template-event'
import { wrapInIf } from './wrap-in-if'

function wrapped(source: string, reference: string, profile: TemplateProfile = 'apigw'): string | null {
  const start = source.indexOf(reference)
  return wrapInIf(source, { start, end: start + reference.length }, profile)
}

test('a value that may be missing becomes null', () => {
  expect(wrapped('{\n  "price": $item.price,\n}', '$item.price')).toBe(
    '{\n  "price": #if($item.price != "")$item.price#{else}null#end,\n}',
  )
})

test('Velocity has null for a missing value', () => {
  expect(wrapped('"a": $a', '$a', 'velocity')).toBe('"a": #if($a)$a#{else}null#end')
})

test('within quotes an empty text is no problem', () => {
  expect([wrapped('"a": "x \\" $a"', '$a'), wrapped('"a\\"": $a', '$a') === null]).toEqual([null, false])
})

test('what is no reference is left alone', () => {
  expect(wrapped('#set($a = 1)', '#set($a = 1)')).toBeNull()
})
