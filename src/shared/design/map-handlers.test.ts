import { describe, expect, it } from 'vitest'
import { deploy } from './edits/deploy'
import { putAuthorizer } from './edits/put-authorizer'
import { updateIntegration } from './edits/update-integration'
import { mapHandlers } from './map-handlers'
import { emptyDesign, newRestApi } from './new-design'

const api = newRestApi('Orders')

function bound() {
  const design = { ...emptyDesign('orders'), apis: [api], functions: { audit: { handler: './audit.mjs' } } }
  const integrated = updateIntegration(design, api.id, '/', 'GET', { handler: './get.mjs#get' })
  const authorized = putAuthorizer(integrated, api.id, 'tokens', { type: 'TOKEN', handler: './tokens.mjs' })
  return deploy(authorized, api.id, 'prod', { id: 'dep002', createdDate: '2026-01-01T00:00:00Z' })
}

describe('mapHandlers', () => {
  it('changes the functions of integrations, authorizers, bindings and deployments, and nothing else', () => {
    const moved = mapHandlers(bound(), (handler) => `.${handler}`)
    expect(JSON.stringify(moved)).toBe(JSON.stringify(bound()).replaceAll('"handler":"./', '"handler":"../'))
  })

  it('leaves a design without functions as it is', () => {
    const design = { ...emptyDesign('orders'), apis: [api] }
    expect(mapHandlers(design, () => 'changed')).toEqual(design)
  })
})
