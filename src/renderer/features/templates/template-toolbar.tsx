import { Button, Menu } from '@mantine/core'
import { IconAlertTriangle, IconBolt, IconChecklist, IconPlayerSkipForward } from '@tabler/icons-react'
import { VTL_REFERENCE } from '@shared/templates/vtl-reference'
import { commandKeys } from '../../stores/command-keys'
import { useDesignStore } from '../../stores/design-store'
import { templatesOf, useTemplateStore } from '../../stores/template-store'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { plural } from '../../ui/format'
import { runAllCases } from './case-runs'
import { ProfileSwitch } from './profile-switch'
import { RouteOfTemplate } from './route-of-template'
import { stepForward } from './step-actions'
import { useStepReason } from './use-step-reason'
import { useTally } from './use-tally'

/** Where the template belongs, how it is rendered, and what can be done with it. */
export function TemplateToolbar() {
  return (
    <div className="gw-tpl-toolbar" role="toolbar" aria-label="Template">
      <RouteOfTemplate />
      <ProfileSwitch />
      <span className="gw-tpl-gap" />
      <FailedChip />
      <StepButton />
      <SnippetsMenu />
      <RunButton />
    </div>
  )
}

/** How many cases of the template on screen fail. */
function FailedChip() {
  const { failed } = useTally()
  if (failed === 0) return null
  return (
    <button
      type="button"
      className="gw-tpl-chip-button"
      onClick={() => useTemplateStore.setState({ casesTab: 'cases' })}
    >
      <Chip tone="warning" icon={<IconAlertTriangle size={14} stroke={1.6} aria-hidden />}>
        {plural(failed, 'case')} {failed === 1 ? 'differs' : 'differ'}
      </Chip>
    </button>
  )
}

function StepButton() {
  const reason = useStepReason()
  return (
    <ActionButton
      testId="template-step"
      label="Step"
      leftSection={<IconPlayerSkipForward size={16} />}
      rightSection={<span className="gw-tpl-keys">{commandKeys('template.step')}</span>}
      disabledReason={reason}
      tooltip="To the next directive or reference that ran"
      onClick={stepForward}
    >
      Step
    </ActionButton>
  )
}

const SNIPPET_GROUPS = VTL_REFERENCE.filter(({ id }) => id === 'directives' || id === 'input' || id === 'util')

function SnippetsMenu() {
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button className="gw-tpl-snippets" aria-label="Snippets" leftSection={<IconBolt size={16} />}>
          <span className="gw-tpl-word">Snippets</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu" mah="60vh" style={{ overflowY: 'auto' }}>
        {SNIPPET_GROUPS.map((group) => (
          <div key={group.id}>
            <Menu.Label>{group.title}</Menu.Label>
            {group.entries.map((entry) => (
              <Menu.Item
                key={entry.name}
                title={entry.doc}
                onClick={() => useTemplateStore.getState().ask({ kind: 'insert', text: entry.insert, isSnippet: true })}
              >
                <span className="gw-mono">{entry.signature}</span>
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function RunButton() {
  const isRunning = useTemplateStore((state) => state.isRunningCases)
  const hasCases = useDesignStore((state) =>
    Object.values(templatesOf(state.design)).some(({ cases }) => cases.length > 0),
  )
  return (
    <ActionButton
      testId="template-run-cases"
      variant="filled"
      attributes={{ 'data-state': isRunning ? 'running' : 'idle' }}
      leftSection={<IconChecklist size={16} />}
      disabledReason={hasCases ? null : 'No template has a case yet'}
      tooltip={`Play the cases of every template, ${commandKeys('run.simulate')}`}
      onClick={runAllCases}
    >
      Run all cases
    </ActionButton>
  )
}
