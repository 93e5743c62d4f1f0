import { expect, test } from 'vitest'
import type { Design } from '../design'
import { emptyDesign } from '../new-design'
import { newWebSocketApi } from '../new-websocket-api'
import { putDomainName } from './put-domain-name'
import { putModel } from './put-model'
import { removeDomainName } from './remove-domain-name'
import { removeModel } from './remove-model'
import { renameDomainName } from './rename-domain-name'
import { renameModel } from './rename-model'

const first = { domainName: 'api.example.com', basePathMappings: [] }
const second = { domainName: 'b.example.com', basePathMappings: [] }
const design: Design = { ...emptyDesign('shop'), domainNames: [first, second] }

test('a domain is added, replaced, renamed to a free name, and removed', () => {
  const third = { domainName: 'c.example.com', basePathMappings: [] }
  expect(putDomainName(design, third).domainNames).toEqual([first, second, third])
  const secure = { ...first, securityPolicy: 'TLS_1_2' }
  expect(putDomainName(design, secure).domainNames).toEqual([secure, second])
  expect(renameDomainName(design, 'api.example.com', 'b.example.com')).toBe(design)
  expect(renameDomainName(design, 'b.example.com', 'x.example.com').domainNames[1]?.domainName).toBe('x.example.com')
  expect(removeDomainName(design, 'api.example.com').domainNames).toEqual([second])
  expect(removeDomainName(design, 'nobody')).toBe(design)
})

test('models of a WebSocket API are added, renamed with the routes that name them, and removed from these', () => {
  const model = { contentType: 'application/json', schema: { type: 'object' } }
  const chat = { ...newWebSocketApi('Chat'), routes: { send: { requestModels: { $default: 'Message' } } } }
  const withModel = putModel({ ...emptyDesign('chat'), apis: [chat] }, chat.id, 'Message', model)
  expect(withModel.apis[0]).toMatchObject({ models: { Message: model } })
  const renamed = renameModel(withModel, chat.id, 'Message', 'Post')
  expect(renamed.apis[0]).toMatchObject({
    models: { Post: model },
    routes: { send: { requestModels: { $default: 'Post' } } },
  })
  expect(removeModel(renamed, chat.id, 'Post').apis[0]).toEqual({ ...chat, models: {}, routes: { send: {} } })
})
