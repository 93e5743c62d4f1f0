import { describe, expect, it } from 'vitest'
import { rootKeyFrom } from './root-key'

describe('the access key of the account', () => {
  it('comes from two variables, and is none without both', () => {
    const id = { GATEWRIGHT_ACCESS_KEY_ID: 'AKIDROOT' }
    const secret = { GATEWRIGHT_SECRET_ACCESS_KEY: 'secret' }
    expect([rootKeyFrom({ ...id, ...secret }), rootKeyFrom(id), rootKeyFrom(secret)]).toEqual([
      { accessKeyId: 'AKIDROOT', secretAccessKey: 'secret' },
      null,
      null,
    ])
    expect(rootKeyFrom({ ...id, GATEWRIGHT_SECRET_ACCESS_KEY: '' })).toBeNull()
  })
})
