import { expect, test } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '@shared/design/assumptions'
import { ASSUMPTION_WORDS } from './assumption-words'

test('every assumption can be changed, once', () => {
  expect(ASSUMPTION_WORDS.map(({ name }) => name).sort()).toEqual(Object.keys(DEFAULT_ASSUMPTIONS).sort())
})
