import { Checkbox } from '@mantine/core'
import { useMemo } from 'react'
import type { ApiKey } from '@shared/design/api-key'
import { setPlanKeys } from '@shared/design/edits/set-plan-keys'
import type { UsagePlan } from '@shared/design/usage-plan'
import { useDesignStore } from '../../stores/design-store'
import { Chip } from '../../ui/chip'
import { DataTable, type Column } from '../../ui/data-table'
import { PanelSection } from '../../ui/panel-section'

export interface KeysMatrixProps {
  readonly keys: readonly ApiKey[]
  readonly plans: readonly UsagePlan[]
}

/** Which key is in which plan: a row a key, a column a plan. */
export function KeysMatrix({ keys, plans }: KeysMatrixProps) {
  const columns = useMemo(() => [KEY_COLUMN, ...plans.map(planColumn)], [plans])
  if (keys.length === 0 && plans.length === 0) return null
  return (
    <PanelSection title="Keys and plans">
      <p className="gw-editor-note">A key may be in several plans, but in one plan per stage only.</p>
      <div className="gw-keys-matrix">
        <DataTable
          label="Keys and plans"
          testId="keys-and-plans"
          columns={columns}
          rows={keys}
          rowKey={(key) => key.id}
          rowAttributes={(key) => ({ 'data-key': key.name })}
          empty="No API keys. Add them under Edit API keys."
        />
      </div>
    </PanelSection>
  )
}

const KEY_COLUMN: Column<ApiKey> = {
  key: 'key',
  label: 'API key',
  width: 'minmax(140px, 2fr)',
  render: (key) => (
    <>
      {key.name} {!key.enabled && <Chip>disabled</Chip>}
    </>
  ),
}

function planColumn(plan: UsagePlan): Column<ApiKey> {
  const members = new Set(plan.keyIds)
  return {
    key: plan.id,
    label: plan.name,
    width: 'minmax(96px, 1fr)',
    render: (key) => (
      <Checkbox
        size="xs"
        aria-label={`${key.name} in ${plan.name}`}
        checked={members.has(key.id)}
        onChange={(event) => change(plan, key, event.currentTarget.checked)}
      />
    ),
  }
}

function change(plan: UsagePlan, key: ApiKey, isIn: boolean): void {
  const ids = isIn ? [...plan.keyIds, key.id] : plan.keyIds.filter((id) => id !== key.id)
  const name = isIn ? `Add ${key.name} to ${plan.name}` : `Take ${key.name} out of ${plan.name}`
  useDesignStore.getState().edit(name, (design) => setPlanKeys(design, plan.id, ids))
}
