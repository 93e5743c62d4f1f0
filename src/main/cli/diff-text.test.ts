import { expect, it } from 'vitest'
import type { ApiChange } from '@shared/design/compare/design-comparison'
import { diffText } from './diff-text'

const change = (more: Partial<ApiChange>): ApiChange => ({
  kind: 'changed',
  api: 'Orders',
  subject: 'GET /',
  setting: 'x',
  ...more,
})

it('groups by API and subject', () => {
  const changes = [
    change({ kind: 'added', subject: 'POST /', setting: '', after: 'MOCK' }),
    change({ before: '1', after: '2' }),
    change({ kind: 'removed', setting: 'y', before: 'old' }),
    change({ api: '', kind: 'added', subject: 'Usage plan A', setting: 'description', after: 'new' }),
  ]
  expect(diffText(changes).split('\n')).toEqual([
    'Orders',
    '  + POST / (MOCK)',
    '    GET /',
    '      ~ x  1 -> 2',
    '      - y  old',
    '',
    'Project',
    '    Usage plan A',
    '      + description  new',
    '',
    '2 added, 1 removed, 1 changed.',
  ])
})

it('shows of long texts where they begin to differ', () => {
  const before = `${'a'.repeat(300)}\nbefore`
  const after = `${'a'.repeat(300)}\nafter`
  const line = diffText([change({ before, after })]).split('\n')[2]
  expect(line).toBe(`      ~ x  …${'a'.repeat(19)}\\nbefore -> …${'a'.repeat(19)}\\nafter`)
})

it('cuts a long text off', () => {
  expect(diffText([change({ kind: 'added', after: 'b'.repeat(300) })])).toContain(`+ x  ${'b'.repeat(100)}…\n`)
})
