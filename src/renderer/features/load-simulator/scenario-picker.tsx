import { ActionIcon, Menu, NativeSelect } from '@mantine/core'
import { IconCode, IconCopy, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Api } from '@shared/design/api'
import type { Scenario } from '@shared/design/scenario'
import { useDesignStore } from '../../stores/design-store'
import { useSimulateViewStore } from '../../stores/simulate-view-store'
import { useUiStore } from '../../stores/ui-store'
import { ConfirmName } from '../../ui/confirm-name'
import { addScenario, changeScenarioName, deleteScenario, duplicateScenario } from './scenario-actions'
import { freeName } from './default-scenario'

type Dialog = 'new' | 'rename' | null

/** Chooses the scenario on screen, and makes, copies, renames and deletes them. */
export function ScenarioPicker({ api, scenario }: { readonly api: Api; readonly scenario: Scenario }) {
  const scenarios = useDesignStore((state) => state.design?.scenarios) ?? []
  const select = useUiStore((state) => state.selectScenario)
  const [dialog, setDialog] = useState<Dialog>(null)
  const names = scenarios.filter(({ apiId }) => apiId === api.id).map(({ name }) => name)
  return (
    <div className="gw-sim-picker">
      <NativeSelect
        data-testid="scenario-picker"
        aria-label="Scenario"
        className="gw-field"
        variant="unstyled"
        value={scenario.name}
        data={names}
        onChange={(event) => select(event.currentTarget.value)}
      />
      <ScenarioMenu scenario={scenario} onDialog={setDialog} />
      <NameDialogs api={api} scenario={scenario} dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  )
}

function ScenarioMenu({ scenario, onDialog }: { readonly scenario: Scenario; onDialog(dialog: Dialog): void }) {
  const icon = { size: 14, stroke: 1.6 }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="Scenario actions">
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => onDialog('new')}>
          New scenario
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => duplicateScenario(scenario)}>
          Duplicate scenario
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onDialog('rename')}>
          Rename scenario
        </Menu.Item>
        <Menu.Item leftSection={<IconCode {...icon} />} onClick={() => useSimulateViewStore.getState().open('text')}>
          Edit as text
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => deleteScenario(scenario)}>
          Delete scenario
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface NameDialogsProps {
  readonly api: Api
  readonly scenario: Scenario
  readonly dialog: Dialog
  onClose(): void
}

function NameDialogs({ api, scenario, dialog, onClose }: NameDialogsProps) {
  const scenarios = useDesignStore((state) => state.design?.scenarios) ?? []
  const isTaken = (name: string, except?: string): string | undefined =>
    name !== except && scenarios.some((other) => other.name === name)
      ? `A scenario is already named ${name}`
      : undefined
  return (
    <>
      <ConfirmName
        isOpen={dialog === 'new'}
        title="New scenario"
        label="Scenario name"
        action="Add scenario"
        initial={freeName('Steady traffic', scenarios)}
        validate={(name) => isTaken(name)}
        onConfirm={(name) => {
          addScenario(api, name)
          onClose()
        }}
        onClose={onClose}
      />
      <ConfirmName
        isOpen={dialog === 'rename'}
        title={`Rename ${scenario.name}`}
        label="Scenario name"
        action="Rename scenario"
        initial={scenario.name}
        validate={(name) => isTaken(name, scenario.name)}
        onConfirm={(name) => {
          changeScenarioName(scenario, name)
          onClose()
        }}
        onClose={onClose}
      />
    </>
  )
}
