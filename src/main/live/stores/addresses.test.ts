import { expect, test } from 'vitest'
import type { WebAcl } from '@shared/design/web-acl'
import { WebAcls } from '../../engine/state/web-acls'
import { Addresses } from './addresses'

const office: WebAcl = {
  name: 'office',
  defaultAction: 'BLOCK',
  rules: [{ name: 'in', action: 'ALLOW', statement: { type: 'IP_SET', addresses: ['192.0.2.0/24'] } }],
}

test('an address keeps its slot while it is held, and a web ACL knows it by then', () => {
  const webAcls = new WebAcls([office], 2)
  const addresses = new Addresses(webAcls, 2)
  const [inside, outside] = [addresses.hold('192.0.2.1'), addresses.hold('198.51.100.1')]
  expect([webAcls.passes(0, inside, 0), webAcls.passes(0, outside, 0)]).toEqual([true, false])
  expect([addresses.hold('192.0.2.1'), addresses.hold('203.0.113.1')]).toEqual([inside, -1])
})

test('a slot that another address gets is looked at anew', () => {
  const webAcls = new WebAcls([office], 1)
  const addresses = new Addresses(webAcls, 1)
  const passes = (address: string): boolean => {
    const slot = addresses.hold(address)
    const isPassed = webAcls.passes(0, slot, 0)
    addresses.release(slot)
    return isPassed
  }
  expect(['192.0.2.1', '198.51.100.1', '192.0.2.1', '192.0.2.1'].map(passes)).toEqual([true, false, true, true])
})
