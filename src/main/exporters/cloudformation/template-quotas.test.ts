import { expect, it } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import { newWebSocketApi } from '@shared/design/new-websocket-api'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { built } from './testing/built'

it('says when there are more resources than CloudFormation takes, and no body can help', () => {
  const routes = Array.from({ length: 600 }, (_, index) => [`action${index}`, {}])
  const api: WebSocketApi = { ...newWebSocketApi('Chat'), routes: Object.fromEntries(routes) }
  const { said, template } = built({ ...emptyDesign('Chat'), apis: [api] })
  expect([said, Object.keys(template.Resources).length > 600]).toEqual([['error /apis'], true])
})
