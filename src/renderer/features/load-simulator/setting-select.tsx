import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { SETTING_GROUPS, type SweepSetting } from './sweep-setting'

export interface SettingSelectProps {
  readonly label: string
  readonly settings: readonly SweepSetting[]
  readonly value: string
  /** What an empty choice means; without it one is always chosen. */
  readonly none?: string
  readonly testId?: string
  onChange(pointer: string): void
}

/** One of the settings that a sweep can try values of, by what they are about. */
export function SettingSelect({ label, settings, value, none, testId, onChange }: SettingSelectProps) {
  const data = useMemo(
    () => [
      ...(none === undefined ? [] : [{ value: '', label: none }]),
      ...SETTING_GROUPS.flatMap((group) => {
        const items = settings.filter((each) => each.group === group)
        return items.length === 0
          ? []
          : [{ group, items: items.map((each) => ({ value: each.pointer, label: each.label })) }]
      }),
    ],
    [settings, none],
  )
  return (
    <NativeSelect
      className="gw-field"
      data-testid={testId}
      label={label}
      value={value}
      data={data}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
