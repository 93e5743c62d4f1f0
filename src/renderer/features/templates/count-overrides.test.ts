import { expect, test } from 'vitest'
import { countOverrides } from './count-overrides'

test('each header, parameter and status that was written counts', () => {
  const outcome = {
    ok: true,
    output: '',
    requestOverride: { path: { id: 1 }, querystring: {}, header: { A: 'a', B: 'b' } },
    responseOverride: { header: {}, status: 404 },
  } as const
  expect([countOverrides(outcome), countOverrides(undefined)]).toEqual([4, 0])
})
