import { useMemo, useState } from 'react'
import { putIamUser } from '@shared/design/edits/put-iam-user'
import { putUserPool } from '@shared/design/edits/put-user-pool'
import { removeIamUser } from '@shared/design/edits/remove-iam-user'
import { removeUserPool } from '@shared/design/edits/remove-user-pool'
import type { IamUser, Identity, UserPool } from '@shared/design/identity'
import { newIamUser, newUserPool } from '@shared/design/new-identity'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage, ListAndForm } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { ThingList, type Thing } from '../../ui/thing-list'
import { problemOfIamName, problemOfPoolName } from './caller-rules'
import { fromBrowser } from './from-browser'
import { IamUserForm } from './iam-user-form'
import { UserPoolForm } from './user-pool-form'
import './callers-editor.css'

const NOBODY: Identity = { userPools: [], iamUsers: [] }

type Naming = 'pool' | 'iam-user'

const poolId = (pool: Pick<UserPool, 'id'>): string => `pool ${pool.id}`
const userId = (index: number): string => `user ${index}`

/** Who can call the APIs on this computer: user pools with their users, and IAM users. Nothing of it is exported. */
export function CallersEditor() {
  const identity = useDesignStore((state) => state.design?.identity) ?? NOBODY
  const [chosen, choose] = useState<string | null>(null)
  const [naming, setNaming] = useState<Naming | null>(null)
  const things = useMemo(() => thingsOf(identity), [identity])
  const selected = things.find(({ id }) => id === chosen)?.id ?? things[0]?.id ?? null

  function confirm(name: string): void {
    choose(naming === 'pool' ? addPool(name) : addIamUser(name))
    setNaming(null)
  }

  return (
    <EditorPage
      title="Local callers"
      actions={
        <>
          <ActionButton onClick={() => setNaming('iam-user')}>Add IAM user</ActionButton>
          <ActionButton onClick={() => setNaming('pool')}>Add user pool</ActionButton>
        </>
      }
    >
      {things.length === 0 ? (
        <EmptyState title="No local callers">
          User pools stand in for Cognito, IAM users sign requests. They are made up, stay on this computer and are
          never exported.
        </EmptyState>
      ) : (
        <ListAndForm
          list={
            <ThingList
              label="Local callers"
              things={things}
              selectedId={selected}
              onSelect={choose}
              onRemove={(id) => removeThing(identity, id)}
            />
          }
          form={<SelectedForm key={selected} identity={identity} selected={selected} />}
        />
      )}
      <ConfirmName
        isOpen={naming !== null}
        title={naming === 'pool' ? 'Add user pool' : 'Add IAM user'}
        label="Name"
        action={naming === 'pool' ? 'Add user pool' : 'Add IAM user'}
        validate={(name) =>
          naming === 'pool' ? problemOfPoolName(identity, null, name) : problemOfIamName(identity, null, name)
        }
        onConfirm={confirm}
        onClose={() => setNaming(null)}
      />
    </EditorPage>
  )
}

function thingsOf({ userPools, iamUsers }: Identity): Thing[] {
  return [
    ...userPools.map((pool) => ({ id: poolId(pool), name: pool.name, note: 'user pool' })),
    ...iamUsers.map((user, index) => ({ id: userId(index), name: user.name, note: 'IAM user' })),
  ]
}

function SelectedForm({ identity, selected }: { readonly identity: Identity; readonly selected: string | null }) {
  const poolIndex = identity.userPools.findIndex((pool) => poolId(pool) === selected)
  const userIndex = identity.iamUsers.findIndex((_, index) => userId(index) === selected)
  const [pool, user] = [identity.userPools[poolIndex], identity.iamUsers[userIndex]]
  if (pool !== undefined)
    return <UserPoolForm identity={identity} pool={pool} index={poolIndex} onRemove={() => removePool(pool)} />
  if (user === undefined) return null
  return <IamUserForm identity={identity} user={user} index={userIndex} onRemove={() => removeUser(user)} />
}

function addPool(name: string): string {
  const { design, edit } = useDesignStore.getState()
  const pool = newUserPool(name, design?.region ?? 'us-east-1', fromBrowser)
  edit(`Add user pool ${name}`, (before) => putUserPool(before, pool))
  return poolId(pool)
}

function addIamUser(name: string): string {
  const { design, edit } = useDesignStore.getState()
  const user = newIamUser(name, fromBrowser)
  edit(`Add IAM user ${name}`, (before) => putIamUser(before, user))
  return userId(design?.identity?.iamUsers.length ?? 0)
}

function removeThing({ userPools, iamUsers }: Identity, id: string): void {
  const pool = userPools.find((each) => poolId(each) === id)
  const user = iamUsers.find((_, index) => userId(index) === id)
  if (pool !== undefined) removePool(pool)
  else if (user !== undefined) removeUser(user)
}

function removePool(pool: UserPool): void {
  editWithUndo({
    name: `Delete user pool ${pool.name}`,
    change: (design) => removeUserPool(design, pool.id),
    message: `User pool ${pool.name} is deleted`,
    code: 'user-pool-deleted',
  })
}

function removeUser(user: IamUser): void {
  editWithUndo({
    name: `Delete IAM user ${user.name}`,
    change: (design) => removeIamUser(design, user.name),
    message: `IAM user ${user.name} is deleted`,
    code: 'iam-user-deleted',
  })
}
