import { expect, test } from 'vitest'
import type { SavedRequest } from '@shared/design/saved-request'
import { draftOfSaved, isSaved, savedOfDraft, type DraftRequest } from './try-request'

const bare: DraftRequest = {
  apiId: 'a1',
  stage: 'prod',
  method: 'GET',
  path: '/',
  headers: [],
  body: null,
  apiKeyId: null,
  token: null,
  iamUser: null,
  caller: {},
}
const full: DraftRequest = {
  ...bare,
  headers: [
    ['Accept', 'a'],
    ['Accept', 'b'],
  ],
  body: '{}',
  apiKeyId: 'k1',
  token: {
    userPoolId: 'p',
    username: 'ada',
    clientId: 'web',
    use: 'id',
    scopes: [],
    state: 'valid',
    header: 'Authorization',
  },
  iamUser: 'batch',
  caller: { sourceIp: '203.0.113.7' },
}

test('what says nothing is not saved', () => {
  expect(savedOfDraft('Ping', { ...bare, headers: [['', '']] })).toEqual({
    name: 'Ping',
    apiId: 'a1',
    stage: 'prod',
    method: 'GET',
    path: '/',
    headers: [],
    body: null,
  })
})

test.each([bare, full])('a draft comes back as it was saved', (draft) => {
  expect(draftOfSaved(savedOfDraft('a', draft))).toEqual(draft)
})

test('a draft counts as saved whatever the order of members', () => {
  const saved = savedOfDraft('a', full)
  const reversed = Object.fromEntries(Object.entries(saved).toReversed()) as unknown as SavedRequest
  expect([isSaved(full, reversed), isSaved({ ...full, path: '/x' }, saved), isSaved(bare, saved)]).toEqual([
    true,
    false,
    false,
  ])
})
