import { expect, it } from 'vitest'
import type { Diagnostic } from '@shared/diagnostic'
import { unsaidDiagnostics } from './unsaid-diagnostics'

const first: Diagnostic = { code: 'project/yaml', severity: 'error', message: 'A key is missing', pointer: '/apis' }
const second: Diagnostic = { ...first, message: 'A list is expected' }

it('leaves out the only diagnostic when the message tells it', () => {
  expect(unsaidDiagnostics('shop.yaml (line 3): A key is missing', [first])).toEqual([])
})

it('keeps all of several, and one that the message does not tell', () => {
  expect(unsaidDiagnostics('A key is missing', [first, second])).toEqual([first, second])
  expect(unsaidDiagnostics('The file cannot be read', [first])).toEqual([first])
})
