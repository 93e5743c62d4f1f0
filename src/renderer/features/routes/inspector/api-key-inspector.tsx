import { updateRestApi } from '@shared/design/edits/update-rest-api'
import { useDesignStore } from '../../../stores/design-store'
import { DesignSelectField } from '../../../stores/design-fields'
import { useUiStore } from '../../../stores/ui-store'
import { ActionButton } from '../../../ui/action-button'
import { SwitchField } from '../../../ui/fields'
import { formatCount, plural } from '../../../ui/format'
import { PanelSection } from '../../../ui/panel-section'
import { coveringPlans, type CoveringPlan } from '../buckets-of-route'
import { editMethod } from '../edit-route'
import type { RouteContext } from '../route-context'
import { apiPointer, methodPointer } from '../use-route'
import { ExportsSection } from './exports-section'
import { StepHead } from './step-head'

export function ApiKeyInspector({ route }: { readonly route: RouteContext }) {
  const { apiKeyRequired } = route.method
  return (
    <>
      <StepHead step="api-key" title="API key and plan">
        A key tells callers apart for usage plans. It is not a credential: whoever has it can use it.
      </StepHead>
      <PanelSection title="API key">
        <SwitchField
          label="API key required"
          pointer={methodPointer(route, 'apiKeyRequired')}
          checked={apiKeyRequired}
          help={
            apiKeyRequired
              ? 'Without a key of a plan that covers the stage: 403.'
              : 'Usage plans do not count this method.'
          }
          onChange={(checked) => editMethod(route, 'API key required', { apiKeyRequired: checked })}
        />
        <KeySource route={route} />
      </PanelSection>
      <Plans route={route} />
      <ExportsSection route={route} step="api-key" />
    </>
  )
}

function KeySource({ route }: { readonly route: RouteContext }) {
  return (
    <DesignSelectField
      label="Key source, whole API"
      pointer={apiPointer(route, 'apiKeySource')}
      value={route.api.apiKeySource}
      options={[
        { value: 'HEADER', label: 'HEADER, the header X-API-Key' },
        { value: 'AUTHORIZER', label: 'AUTHORIZER, usageIdentifierKey of its result' },
      ]}
      onChange={(value) => {
        const apiKeySource = value === 'AUTHORIZER' ? 'AUTHORIZER' : 'HEADER'
        useDesignStore
          .getState()
          .edit(`API key source of ${route.api.name}`, (design) =>
            updateRestApi(design, route.api.id, { apiKeySource }),
          )
      }}
    />
  )
}

function Plans({ route }: { readonly route: RouteContext }) {
  const plans = coveringPlans(route)
  return (
    <PanelSection title={`Plans that cover ${route.stageName}`}>
      {plans.length === 0 ? (
        <p className="gw-inspector-fact">
          No usage plan covers this stage, so no key can call a method that requires one.
        </p>
      ) : (
        <ul className="gw-facts">
          {plans.map((covering) => (
            <PlanFact key={covering.plan.id} {...covering} />
          ))}
        </ul>
      )}
      <div>
        <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'usage-plans', key: '' })}>
          Open usage plans and keys
        </ActionButton>
      </div>
    </PanelSection>
  )
}

function PlanFact({ plan }: CoveringPlan) {
  const quota =
    plan.quota === undefined ? 'no quota' : `${formatCount(plan.quota.limit)} / ${plan.quota.period.toLowerCase()}`
  return (
    <li>
      <span>{plan.name}</span>
      <span className="gw-fact-value">
        {plural(plan.keyIds.length, 'key')}, {quota}
      </span>
    </li>
  )
}
