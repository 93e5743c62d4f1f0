import { closeSync, openSync } from 'node:fs'
import { devNull } from 'node:os'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { onInputEnd } from './input-end'

test('an input that is no pipe, such as a closed one, ends nothing', () => {
  const fd = openSync(devNull, 'r')
  const input = Object.assign(Readable.from([]), { fd })
  onInputEnd(input, () => undefined)
  closeSync(fd)
  expect([input.listenerCount('end'), input.isPaused()]).toEqual([0, false])
})
