import { describe, expect, it } from 'vitest'
import { deploy } from '@shared/design/edits/deploy'
import { putAuthorizer } from '@shared/design/edits/put-authorizer'
import { updateIntegration } from '@shared/design/edits/update-integration'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { handlersOf } from './handlers-of'

describe('handlersOf', () => {
  it('names each function of integrations, authorizers and bindings once, those of deployments too', () => {
    const api = newRestApi('Orders')
    const empty = { ...emptyDesign('orders'), apis: [api], functions: { create: { handler: './create.mjs#handler' } } }
    const bound = updateIntegration(empty, api.id, '/', 'GET', { handler: './old.mjs#get' })
    const deployed = deploy(bound, api.id, 'prod', { id: 'dep002', createdDate: '2026-01-01T00:00:00Z' })
    const edited = updateIntegration(deployed, api.id, '/', 'GET', { handler: './new.mjs#get' })
    const design = putAuthorizer(edited, api.id, 'tokens', { type: 'TOKEN', handler: './new.mjs#get' })
    expect(handlersOf(design)).toEqual(['./new.mjs#get', './old.mjs#get', './create.mjs#handler'])
  })

  it('is empty for a design that runs nothing', () => {
    expect(handlersOf({ ...emptyDesign('orders'), apis: [newRestApi('Orders')] })).toEqual([])
  })
})
