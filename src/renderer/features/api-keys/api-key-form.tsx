import { IconCopy, IconRefresh } from '@tabler/icons-react'
import type { ApiKey } from '@shared/design/api-key'
import { putApiKey } from '@shared/design/edits/put-api-key'
import { setPlanKeys } from '@shared/design/edits/set-plan-keys'
import type { UsagePlan } from '@shared/design/usage-plan'
import { pointerTo } from '@shared/diagnostic'
import { DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { ActionButton } from '../../ui/action-button'
import { SwitchField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'
import { toast } from '../../ui/toast'
import { generateKeyValue, problemOfKeyName, problemOfKeyValue } from './new-api-key'

export interface ApiKeyFormProps {
  readonly apiKey: ApiKey
  /** Place in the design, for JSON pointers. */
  readonly index: number
  readonly keys: readonly ApiKey[]
  readonly plans: readonly UsagePlan[]
  onRemove(): void
}

/** Every setting of one API key. */
export function ApiKeyForm({ apiKey, index, keys, plans, onRemove }: ApiKeyFormProps) {
  const at = (member: keyof ApiKey): string => pointerTo(['apiKeys', index, member])
  const change = (what: string, patch: Partial<ApiKey>, isTyped: boolean): void => {
    const name = `${what} of API key ${apiKey.name}`
    const mergeKey = isTyped ? `${what} of key ${apiKey.id}` : undefined
    useDesignStore.getState().edit(name, (design) => putApiKey(design, { ...apiKey, ...patch }), mergeKey)
  }
  return (
    <>
      <PanelSection
        title={apiKey.name}
        action={
          <ActionButton label={`Delete ${apiKey.name}`} onClick={onRemove}>
            Delete
          </ActionButton>
        }
      >
        <DesignTextField
          label="Name"
          pointer={at('name')}
          value={apiKey.name}
          validate={(text) => problemOfKeyName(keys, apiKey.id, text)}
          onChange={(name) => change('Name', { name }, true)}
        />
        <SwitchField
          label="Enabled"
          pointer={at('enabled')}
          checked={apiKey.enabled}
          help={apiKey.enabled ? undefined : 'A call with this key is answered 403.'}
          onChange={(enabled) => change(enabled ? 'Enabling' : 'Disabling', { enabled }, false)}
        />
        <DesignTextField
          label="Value"
          pointer={at('value')}
          value={apiKey.value}
          mono
          help="Callers send it in the header X-API-Key."
          validate={(text) => problemOfKeyValue(keys, apiKey.id, text)}
          onChange={(value) => change('Value', { value }, true)}
        />
        <div className="gw-form-actions">
          <ActionButton leftSection={<IconCopy size={14} stroke={1.6} aria-hidden />} onClick={() => void copy(apiKey)}>
            Copy value
          </ActionButton>
          <ActionButton
            leftSection={<IconRefresh size={14} stroke={1.6} aria-hidden />}
            onClick={() =>
              change('Value', { value: generateKeyValue((numbers) => crypto.getRandomValues(numbers)) }, false)
            }
          >
            Generate value
          </ActionButton>
        </div>
        <DesignTextField
          label="Description"
          pointer={at('description')}
          value={apiKey.description ?? ''}
          onChange={(description) => change('Description', { description }, true)}
        />
      </PanelSection>
      <PanelSection title="Usage plans">
        {plans.length === 0 && <p className="gw-editor-note">No usage plans. A key without one is refused.</p>}
        {plans.map((plan, planIndex) => (
          <SwitchField
            key={plan.id}
            label={plan.name}
            pointer={`${pointerTo(['usagePlans', planIndex, 'keyIds'])}#${apiKey.id}`}
            checked={plan.keyIds.includes(apiKey.id)}
            onChange={(isIn) => changePlan(plan, apiKey, isIn)}
          />
        ))}
      </PanelSection>
    </>
  )
}

function changePlan(plan: UsagePlan, key: ApiKey, isIn: boolean): void {
  const ids = isIn ? [...plan.keyIds, key.id] : plan.keyIds.filter((id) => id !== key.id)
  const name = isIn ? `Add ${key.name} to ${plan.name}` : `Take ${key.name} out of ${plan.name}`
  useDesignStore.getState().edit(name, (design) => setPlanKeys(design, plan.id, ids))
}

async function copy(key: ApiKey): Promise<void> {
  try {
    await navigator.clipboard.writeText(key.value)
    toast({ message: `The value of ${key.name} is on the clipboard`, code: 'copied' })
  } catch {
    toast({ message: 'The clipboard cannot be used here. Select the value and copy it.', code: 'copy-failed' })
  }
}
