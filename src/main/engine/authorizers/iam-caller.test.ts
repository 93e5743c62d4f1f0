import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import type { IamUser } from '@shared/design/identity'
import { emptyDesign } from '@shared/design/new-design'
import { iamCallerKeys, iamKeys } from './iam-caller'

const user = (name: string, more: Partial<IamUser> = {}): IamUser => ({
  name,
  accessKeyId: `AKID${name}`,
  secretAccessKey: `secret of ${name}`,
  policies: [],
  ...more,
})
const designOf = (...iamUsers: IamUser[]): Design => ({
  ...emptyDesign('shop'),
  accountId: '111122223333',
  identity: { iamUsers, userPools: [] },
})
const ROOT = { accessKeyId: 'AKIDROOT', secretAccessKey: 'secret of root' }

describe('access keys', () => {
  it('are those of the users, in the account of the design or in their own', () => {
    const keys = iamKeys(designOf(user('ana'), user('bob', { accountId: '444455556666' })), null)
    expect([...keys.values()].map(({ user: { accountId, arn, userName } }) => [accountId, arn, userName])).toEqual([
      ['444455556666', 'arn:aws:iam::444455556666:user/bob', 'bob'],
      ['111122223333', 'arn:aws:iam::111122223333:user/ana', 'ana'],
    ])
    expect(keys.get('AKIDana')?.user.userId).toMatch(/^AIDA[A-Z0-9]{17}$/)
    expect(keys.get('AKIDana')?.user.userId).toBe(iamKeys(designOf(user('ana')), null).get('AKIDana')?.user.userId)
  })

  it('belong to the first user who has them, and before anybody to the account', () => {
    const twins = designOf(user('ana', { accessKeyId: 'AKIDROOT' }), user('bob', { accessKeyId: 'AKIDROOT' }))
    const nameOf = (root: typeof ROOT | null) => iamKeys(twins, root).get('AKIDROOT')?.user.userName
    expect([nameOf(null), nameOf(ROOT)]).toEqual(['ana', null])
  })

  it('are none in a design without identity, whatever is asked for', () => {
    const keys = iamKeys(emptyDesign('shop'), null)
    expect([keys.size, keys.get('__proto__'), keys.get('constructor')]).toEqual([0, undefined, undefined])
  })
})

describe('what policies see of a caller', () => {
  it('is the name of a user, and of the account its number', () => {
    const keys = iamKeys(designOf(user('ana')), ROOT)
    const [ana, root] = [keys.get('AKIDana')!.user, keys.get('AKIDROOT')!.user]
    expect([iamCallerKeys(ana), iamCallerKeys(root)]).toEqual([
      {
        'aws:PrincipalAccount': '111122223333',
        'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/ana',
        'aws:PrincipalType': 'User',
        'aws:userid': ana.userId,
        'aws:username': 'ana',
      },
      {
        'aws:PrincipalAccount': '111122223333',
        'aws:PrincipalArn': 'arn:aws:iam::111122223333:root',
        'aws:PrincipalType': 'Account',
        'aws:userid': '111122223333',
      },
    ])
  })
})
