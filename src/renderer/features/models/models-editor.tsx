import { useState } from 'react'
import { putModel } from '@shared/design/edits/put-model'
import { removeModel } from '@shared/design/edits/remove-model'
import { renameModel } from '@shared/design/edits/rename-model'
import type { JsonSchema, Model } from '@shared/design/model'
import { pointerTo } from '@shared/diagnostic'
import { DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useProblemAt } from '../../stores/problems'
import { useSelectedApiIndex, useSelectedRestApi, useSelectedV2Api } from '../../stores/selected-api'
import { useSelectedThing } from '../../stores/use-selected-thing'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage, ListAndForm } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { JsonField } from '../../ui/json-field'
import { PanelSection } from '../../ui/panel-section'
import { ThingList } from '../../ui/thing-list'

/** The models of an API: a list, and the schema of one as JSON. */
export function ModelsEditor() {
  const rest = useSelectedRestApi()
  const other = useSelectedV2Api()
  if (rest !== null) return <Editor key={rest.id} apiId={rest.id} models={rest.models} />
  return other?.protocolType === 'WEBSOCKET' ? (
    <Editor key={other.id} apiId={other.id} models={other.models ?? NO_MODELS} />
  ) : null
}

type Models = { readonly [modelName: string]: Model }

const NO_MODELS: Models = {}

const NEW_MODEL: Model = {
  contentType: 'application/json',
  schema: { $schema: 'http://json-schema.org/draft-04/schema#', type: 'object', properties: {} },
}

function Editor({ apiId, models }: { readonly apiId: string; readonly models: Models }) {
  const names = Object.keys(models)
  const [selected, select] = useSelectedThing(names, 'models')
  const [naming, setNaming] = useState<'add' | 'rename' | null>(null)
  const model = selected === null ? undefined : models[selected]

  function confirm(name: string): void {
    const { edit } = useDesignStore.getState()
    if (naming === 'rename' && selected !== null) {
      edit(`Rename model ${selected}`, (design) => renameModel(design, apiId, selected, name))
    } else edit(`Add model ${name}`, (design) => putModel(design, apiId, name, NEW_MODEL))
    setNaming(null)
    select(name)
  }

  return (
    <EditorPage title="Models" actions={<ActionButton onClick={() => setNaming('add')}>Add model</ActionButton>}>
      {names.length === 0 ? (
        <EmptyState title="No models">Request validation needs one to check bodies against.</EmptyState>
      ) : (
        <ListAndForm
          list={
            <ThingList
              label="Models"
              things={names.map((name) => ({ id: name, name }))}
              selectedId={selected}
              onSelect={select}
              onRemove={(name) => remove(apiId, name)}
            />
          }
          form={
            selected !== null &&
            model !== undefined && (
              <ModelForm
                key={selected}
                apiId={apiId}
                name={selected}
                model={model}
                onRename={() => setNaming('rename')}
              />
            )
          }
        />
      )}
      <ConfirmName
        isOpen={naming !== null}
        title={naming === 'rename' ? `Rename ${selected}` : 'Add model'}
        label="Name"
        action={naming === 'rename' ? 'Rename model' : 'Add model'}
        initial={naming === 'rename' ? (selected ?? '') : ''}
        validate={(name) => problemOfName(models, name)}
        onConfirm={confirm}
        onClose={() => setNaming(null)}
      />
    </EditorPage>
  )
}

function problemOfName(models: Models, name: string): string | undefined {
  if (!/^[A-Za-z0-9]+$/.test(name)) return 'Letters and digits'
  return Object.hasOwn(models, name) ? `${name} exists already` : undefined
}

function remove(apiId: string, name: string): void {
  editWithUndo({
    name: `Delete model ${name}`,
    change: (design) => removeModel(design, apiId, name),
    message: `Model ${name} is deleted`,
    code: 'model-deleted',
  })
}

interface ModelFormProps {
  readonly apiId: string
  readonly name: string
  readonly model: Model
  onRename(): void
}

function ModelForm({ apiId, name, model, onRename }: ModelFormProps) {
  const apiIndex = useSelectedApiIndex()
  const at = (member: keyof Model): string => pointerTo(['apis', apiIndex, 'models', name, member])
  const problem = useProblemAt(at('schema'), true)
  const change = (what: string, next: Model): void => {
    const title = `${what} of model ${name}`
    useDesignStore.getState().edit(title, (design) => putModel(design, apiId, name, next), title)
  }
  return (
    <PanelSection
      title={name}
      action={
        <span className="gw-form-actions">
          <ActionButton label={`Rename ${name}`} onClick={onRename}>
            Rename
          </ActionButton>
          <ActionButton label={`Delete ${name}`} onClick={() => remove(apiId, name)}>
            Delete
          </ActionButton>
        </span>
      }
    >
      <div className="gw-field-row">
        <DesignTextField
          label="Content type"
          pointer={at('contentType')}
          value={model.contentType}
          mono
          validate={(text) => (text.includes('/') ? undefined : 'As in application/json')}
          onChange={(contentType) => change('Content type', { ...model, contentType })}
        />
        <DesignTextField
          label="Description"
          pointer={at('description')}
          value={model.description ?? ''}
          onChange={(text) => change('Description', withDescription(model, text))}
        />
      </div>
      <JsonField
        label="Schema, JSON Schema draft 4"
        pointer={at('schema')}
        value={model.schema}
        error={problem}
        help="Refer to another model with https://apigateway.amazonaws.com/restapis/{api id}/models/{name}."
        validate={(value) => (isSchema(value) ? undefined : 'A schema is a JSON object')}
        onChange={(value) => isSchema(value) && change('Schema', { ...model, schema: value })}
      />
    </PanelSection>
  )
}

function withDescription({ contentType, schema }: Model, description: string): Model {
  return description === '' ? { contentType, schema } : { contentType, description, schema }
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
