import { expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import type { SavedRequest } from '@shared/design/saved-request'
import { parseProject } from './parse-project'
import { writeProject } from './write-project'

const REQUESTS: readonly SavedRequest[] = [
  {
    name: 'Create order',
    apiId: 'a1b2c3d4e5',
    stage: 'prod',
    method: 'POST',
    path: '/orders?dry=1',
    headers: [
      { name: 'Accept', value: 'application/json' },
      { name: 'Accept', value: 'text/plain' },
    ],
    apiKeyId: 'key0000001',
    token: {
      userPoolId: 'us-east-1_Shoppers1',
      username: 'ada',
      clientId: 'web',
      use: 'access',
      scopes: ['orders/write'],
      state: 'expired',
      header: 'Authorization',
    },
    iamUser: 'batch',
    caller: { sourceIp: '203.0.113.7' },
    body: '{\n  "id": 7\n}\n',
  },
  { name: 'Ping', apiId: 'a1b2c3d4e5', stage: 'prod', method: 'GET', path: '/', headers: [], body: null },
]

const TEXT = `requests:
  - name: Create order
    apiId: a1b2c3d4e5
    stage: prod
    method: POST
    path: /orders?dry=1
    headers:
      - name: Accept
        value: application/json
      - name: Accept
        value: text/plain
    apiKeyId: key0000001
    token:
      userPoolId: us-east-1_Shoppers1
      username: ada
      clientId: web
      use: access
      scopes:
        - orders/write
      state: expired
    iamUser: batch
    caller:
      sourceIp: '203.0.113.7'
    body: |
      {
        "id": 7
      }
  - name: Ping
    apiId: a1b2c3d4e5
    stage: prod
    method: GET
    path: /
`

it('writes saved requests without what is left at its default, and reads them back', () => {
  const design: Design = { ...emptyDesign('orders'), requests: REQUESTS }
  const text = writeProject(design)
  expect(text).toContain(TEXT)
  const { design: read, diagnostics } = parseProject(text, 'a.gatewright.yaml')
  expect([read?.requests, diagnostics]).toEqual([REQUESTS, []])
})
