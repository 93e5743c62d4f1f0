import { useMemo, useState } from 'react'
import type { Design } from '@shared/design/design'
import { putUsagePlan } from '@shared/design/edits/put-usage-plan'
import { removeUsagePlan } from '@shared/design/edits/remove-usage-plan'
import { unusedId } from '@shared/design/unused-id'
import type { UsagePlan } from '@shared/design/usage-plan'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSelectedRestApi, useSelectedStageName } from '../../stores/selected-api'
import { useUiStore } from '../../stores/ui-store'
import { useSelectedThing } from '../../stores/use-selected-thing'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage, ListAndForm } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { formatNumber } from '../../ui/format'
import { ThingList } from '../../ui/thing-list'
import { KeysMatrix } from './keys-matrix'
import { PlanForm } from './plan-form'
import './usage-plans-editor.css'

/** Usage plans: a list, the settings of one, and which keys are in which plan. */
export function UsagePlansEditor() {
  const design = useDesignStore((state) => state.design)
  return design === null ? null : <Editor design={design} />
}

function Editor({ design }: { readonly design: Design }) {
  const plans = design.usagePlans
  const ids = useMemo(() => plans.map((plan) => plan.id), [plans])
  const [selected, select] = useSelectedThing(
    ids,
    'usagePlans',
    ids.map((_, index) => String(index)),
  )
  const [isNaming, setNaming] = useState(false)
  const api = useSelectedRestApi()
  const stage = useSelectedStageName()
  const index = plans.findIndex((plan) => plan.id === selected)
  const plan = plans[index]

  function add(name: string): void {
    const id = unusedId(`plan ${name}`, 6, ids)
    const apiStages = api === null || stage === null ? [] : [{ apiId: api.id, stage }]
    const added: UsagePlan = { id, name, apiStages, keyIds: [] }
    useDesignStore.getState().edit(`Add usage plan ${name}`, (each) => putUsagePlan(each, added))
    setNaming(false)
    select(id)
  }

  return (
    <EditorPage
      title="Usage plans"
      actions={
        <>
          <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'api-keys', key: '' })}>
            Edit API keys
          </ActionButton>
          <ActionButton onClick={() => setNaming(true)}>Add usage plan</ActionButton>
        </>
      }
    >
      <KeysMatrix keys={design.apiKeys} plans={plans} />
      {plans.length === 0 ? (
        <EmptyState title="No usage plans">A plan gives each of its API keys a rate and a quota of its own.</EmptyState>
      ) : (
        <ListAndForm
          list={
            <ThingList
              label="Usage plans"
              things={plans.map((each) => ({ id: each.id, name: each.name, note: rateOf(each) }))}
              selectedId={selected}
              onSelect={select}
              onRemove={(id) => remove(plans.find((each) => each.id === id))}
            />
          }
          form={
            plan !== undefined && (
              <PlanForm key={plan.id} design={design} plan={plan} index={index} onRemove={() => remove(plan)} />
            )
          }
        />
      )}
      <ConfirmName
        isOpen={isNaming}
        title="Add usage plan"
        label="Name"
        action="Add usage plan"
        validate={(name) => (plans.some((each) => each.name === name) ? `${name} exists already` : undefined)}
        onConfirm={add}
        onClose={() => setNaming(false)}
      />
    </EditorPage>
  )
}

function rateOf({ throttle }: UsagePlan): string {
  return throttle === undefined
    ? 'no limit'
    : `${formatNumber(throttle.rateLimit)} / ${formatNumber(throttle.burstLimit)}`
}

function remove(plan: UsagePlan | undefined): void {
  if (plan === undefined) return
  editWithUndo({
    name: `Delete usage plan ${plan.name}`,
    change: (design) => removeUsagePlan(design, plan.id),
    message: `Usage plan ${plan.name} is deleted; its keys stay`,
    code: 'usage-plan-deleted',
  })
}
