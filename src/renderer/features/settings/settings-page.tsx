import { useDesignStore } from '../../stores/design-store'
import { useUiStore } from '../../stores/ui-store'
import { NumberField, SelectField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'
import { LocalTls } from './local-tls'
import { ProjectSettings } from './project-settings'
import './settings-page.css'

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const
const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
] as const
const MOTIONS = [
  { value: 'system', label: 'As the system' },
  { value: 'reduced', label: 'Reduced' },
] as const
const TEXT_SIZES = [90, 100, 110, 125, 150].map((percent) => ({ value: String(percent), label: `${percent} %` }))

/** The option with this value: a select hands back plain text. */
function valueOf<Value extends string>(options: readonly { readonly value: Value }[], text: string): Value | undefined {
  return options.find((option) => option.value === text)?.value
}

function Appearance() {
  const { theme, density, motion, textSizePercent = 100 } = useUiStore((state) => state.settings)
  const changeSettings = useUiStore((state) => state.changeSettings)
  return (
    <PanelSection title="Appearance">
      <div className="gw-settings-fields">
        <SelectField
          label="Theme"
          pointer="#settings/theme"
          value={theme}
          options={THEMES}
          onChange={(text) => changeSettings({ theme: valueOf(THEMES, text) ?? theme })}
        />
        <SelectField
          label="Density"
          pointer="#settings/density"
          value={density}
          options={DENSITIES}
          help="Height of rows and controls"
          onChange={(text) => changeSettings({ density: valueOf(DENSITIES, text) ?? density })}
        />
        <SelectField
          label="Text size"
          pointer="#settings/textSizePercent"
          value={String(textSizePercent)}
          options={TEXT_SIZES}
          onChange={(text) => changeSettings({ textSizePercent: Number(text) })}
        />
        <SelectField
          label="Motion"
          pointer="#settings/motion"
          value={motion}
          options={MOTIONS}
          help="Reduced: nothing slides or fades"
          onChange={(text) => changeSettings({ motion: valueOf(MOTIONS, text) ?? motion })}
        />
      </div>
    </PanelSection>
  )
}

function LocalGateway() {
  const port = useUiStore((state) => state.settings.gatewayPort)
  const changeSettings = useUiStore((state) => state.changeSettings)
  return (
    <PanelSection title="Local gateway">
      <div className="gw-settings-fields">
        <NumberField
          label="Port"
          pointer="#settings/gatewayPort"
          value={port}
          min={0}
          max={65_535}
          integer
          required
          help="On 127.0.0.1 only. 0 takes a free one. Used from the next start of the gateway."
          onChange={(gatewayPort) => {
            if (gatewayPort !== undefined) changeSettings({ gatewayPort })
          }}
        />
      </div>
      <LocalTls />
    </PanelSection>
  )
}

export function SettingsPage() {
  const name = useDesignStore((state) => state.design?.name)
  return (
    <div className="gw-settings">
      <div className="gw-settings-page">
        <h2>Settings</h2>
        <p>For this computer, in every project.</p>
        <Appearance />
        <LocalGateway />
        {name !== undefined && (
          <>
            <h2>Project {name}</h2>
            <p>Kept in the project file and undone like any edit.</p>
            <ProjectSettings />
          </>
        )}
      </div>
    </div>
  )
}
