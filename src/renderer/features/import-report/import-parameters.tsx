import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ImportParameter } from '@shared/contract/import-report'
import { readImportAgain } from '../../stores/project-actions'

const NOTES: { readonly [source in ImportParameter['source']]: string } = {
  default: 'The default of the template',
  given: 'As you said',
  asked: 'No default in the template: say what it should be',
}

/** The parameters of a template with the values it was read with; other values read it again. */
export function ImportParameters({ parameters }: { readonly parameters: readonly ImportParameter[] }) {
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const given = Object.fromEntries(
    parameters.filter(({ source }) => source === 'given').map(({ name, value }) => [name, value]),
  )
  const isChanged = parameters.some(({ name, value }) => said[name] !== undefined && said[name] !== value)
  return (
    <form
      className="gw-import-parameters"
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) void readImportAgain({ ...given, ...said })
      }}
    >
      {askedFirst(parameters).map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={said[parameter.name] ?? parameter.value}
          onChange={(value) => setSaid((before) => ({ ...before, [parameter.name]: value }))}
        />
      ))}
      <Button
        type="submit"
        variant="default"
        aria-disabled={!isChanged || undefined}
        data-off={!isChanged || undefined}
      >
        Read again with these values
      </Button>
    </form>
  )
}

function askedFirst(parameters: readonly ImportParameter[]): readonly ImportParameter[] {
  const isAsked = ({ source }: ImportParameter): boolean => source === 'asked'
  return [...parameters.filter(isAsked), ...parameters.filter((parameter) => !isAsked(parameter))]
}

interface ParameterFieldProps {
  readonly parameter: ImportParameter
  readonly value: string
  onChange(value: string): void
}

function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const { name, description, allowedValues, source, isSecret } = parameter
  const common = {
    label: name,
    value,
    description: (
      <>
        {description && <span>{description}</span>}
        <span data-source={source}>{NOTES[source]}</span>
      </>
    ),
    inputWrapperOrder: ['label', 'input', 'description'] as ('label' | 'input' | 'description')[],
    'data-testid': 'import-parameter',
    'data-name': name,
    'data-source': source,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  }
  if (allowedValues !== undefined) return <NativeSelect {...common} data={[...allowedValues]} />
  if (isSecret) return <PasswordInput {...common} autoComplete="off" />
  return <TextInput {...common} autoComplete="off" spellCheck={false} />
}
