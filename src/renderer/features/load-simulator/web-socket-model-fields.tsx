import { Button } from '@mantine/core'
import { patchMembers, removeMember, setMember } from '@shared/design/edits/update-in'
import {
  DEFAULT_PARALLEL_POSTS,
  DEFAULT_POST_LATENCY,
  type MessageAnswer,
  type ServerPush,
  type WebSocketModel,
} from '@shared/design/web-socket-scenario'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { pointerSegment } from '@shared/diagnostic'
import { SelectField, TextField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'
import { AddButton } from './add-button'
import { freeName } from './default-scenario'
import { Disclosure } from './disclosure'
import { latencyWords } from './latency-words'
import { NumberMember, SelectMember, SwitchMember } from './member-fields'
import { OptionalLatency } from './optional-latency'
import { PopularityFields } from './popularity-fields'
import { ShapeFields } from './shape-fields'
import type { Change, ScenarioInUse } from './use-scenario'
import { answerWords, pushWords } from './web-socket-words'

const NOTHING: WebSocketModel = {}

/** What backends send to connections: answers to messages, pushes of their own, and how well they know who is there. */
export function WebSocketModelFields({
  api,
  scenario,
  pointer,
  change,
}: ScenarioInUse & { readonly api: WebSocketApi }) {
  const model = scenario.webSocket ?? NOTHING
  const at = `${pointer}/webSocket`
  const put: Change<WebSocketModel> = (webSocket, where) => change({ ...scenario, webSocket }, where)
  return (
    <>
      <Answers api={api} model={model} pointer={at} onChange={put} />
      <Pushes model={model} pointer={at} onChange={put} />
      <PanelSection title="Rooms and delivery">
        <PopularityFields
          label="Rooms"
          value={model.rooms}
          pointer={`${at}/rooms`}
          onChange={(rooms, where) => put(patchMembers(model, { rooms }), where)}
        />
        <DeliveryFields model={model} pointer={at} onChange={put} />
      </PanelSection>
    </>
  )
}

interface ModelProps {
  readonly model: WebSocketModel
  /** "/scenarios/0/webSocket". */
  readonly pointer: string
  readonly onChange: Change<WebSocketModel>
}

const CLEANING = [
  { value: 'yes', label: 'forgets it after a 410' },
  { value: 'no', label: 'posts to it again and again' },
]

function DeliveryFields({ model, pointer, onChange }: ModelProps) {
  const shared = { of: model, pointer, onChange }
  return (
    <>
      <div className="gw-sim-pair">
        <div className="gw-sim-wide">
          <SelectField
            label="A backend that meets a connection that is gone"
            value={model.cleansUpGone === false ? 'no' : 'yes'}
            options={CLEANING}
            pointer={`${pointer}/cleansUpGone`}
            onChange={(chosen) =>
              onChange(
                patchMembers(model, { cleansUpGone: chosen === 'no' ? false : undefined }),
                `${pointer}/cleansUpGone`,
              )
            }
          />
        </div>
        <NumberMember {...shared} member="lostDisconnects" label="Lost $disconnect" isShare placeholder="0" />
        <NumberMember
          {...shared}
          member="parallelPosts"
          label="Posts at a time"
          min={1}
          max={1000}
          integer
          placeholder={String(DEFAULT_PARALLEL_POSTS)}
        />
      </div>
      <OptionalLatency
        label="Post latency"
        absentWords={`A post to @connections: ${latencyWords(DEFAULT_POST_LATENCY)}`}
        latency={model.postLatency}
        initial={DEFAULT_POST_LATENCY}
        pointer={`${pointer}/postLatency`}
        onChange={(postLatency, where) => onChange(patchMembers(model, { postLatency }), where)}
      />
    </>
  )
}

const BROADCASTS = [
  { value: 'ROOM', label: 'ROOM, of the sender' },
  { value: 'ALL', label: 'ALL, everybody' },
]

function Answers({ api, model, pointer, onChange }: ModelProps & { readonly api: WebSocketApi }) {
  const answers = model.answers ?? {}
  const at = `${pointer}/answers`
  const put = (next: Readonly<Record<string, MessageAnswer>>, where: string): void =>
    onChange({ ...model, answers: next }, where)
  const open = Object.keys(api.routes).filter((key) => !/^\$(?:dis)?connect$/.test(key) && !Object.hasOwn(answers, key))
  return (
    <PanelSection title="What messages bring about">
      {Object.entries(answers).map(([routeKey, answer]) => {
        const of = `${at}/${pointerSegment(routeKey)}`
        const shared = {
          of: answer,
          pointer: of,
          onChange: (next: MessageAnswer, where: string) => put(setMember(answers, routeKey, next), where),
        }
        return (
          <Disclosure
            key={routeKey}
            name={`Answer of ${routeKey}`}
            testId="message-answer"
            attributes={{ 'data-route': routeKey }}
            summary={<Summary name={routeKey} words={answerWords(answer)} />}
          >
            <SwitchMember {...shared} member="reply" label="Replies to the sender" />
            <div className="gw-sim-pair">
              <SelectMember
                {...shared}
                member="broadcast"
                label="Broadcast to"
                options={BROADCASTS}
                absent="nobody"
                isWide
              />
              <NumberMember
                {...shared}
                member="bytes"
                label="Size"
                unit="bytes"
                max={131_072}
                integer
                placeholder="1024"
              />
            </div>
            <SwitchMember {...shared} member="includesSender" label="The sender gets it too" />
            <Button className="gw-sim-remove" onClick={() => put(removeMember(answers, routeKey), at)}>
              Remove answer
            </Button>
          </Disclosure>
        )
      })}
      {open.length > 0 && (
        <SelectField
          label="Add answer of"
          value=""
          options={[{ value: '', label: 'Choose a route' }, ...open.map((value) => ({ value, label: value }))]}
          pointer={at}
          onChange={(routeKey) => {
            if (routeKey !== '') put({ ...answers, [routeKey]: { broadcast: 'ROOM' } }, at)
          }}
        />
      )}
    </PanelSection>
  )
}

const TARGETS = [
  { value: 'ALL', label: 'ALL, everybody' },
  { value: 'ROOM', label: 'ROOM, popular ones more' },
  { value: 'ONE', label: 'ONE connection' },
]

function Pushes({ model, pointer, onChange }: ModelProps) {
  const pushes = model.pushes ?? []
  const at = `${pointer}/pushes`
  const put = (next: readonly ServerPush[], where: string): void =>
    onChange(patchMembers(model, { pushes: next.length === 0 ? undefined : next }), where)
  const add = (): void => {
    const name = freeName('Dashboard', pushes)
    put([...pushes, { name, shape: { type: 'CONSTANT', ratePerSecond: 1 }, to: 'ALL' }], at)
  }
  return (
    <PanelSection title="Pushes" action={<AddButton label="Add push" onClick={add} />}>
      {pushes.length === 0 && <p className="gw-sim-note">Backends send only when a message came in.</p>}
      {pushes.map((push, index) => {
        const of = `${at}/${index}`
        const shared = {
          of: push,
          pointer: of,
          onChange: (next: ServerPush, where: string) => put(pushes.with(index, next), where),
        }
        return (
          <Disclosure
            key={index}
            name={`Push ${push.name}`}
            testId="server-push"
            summary={<Summary name={push.name} words={pushWords(push)} />}
          >
            <TextField
              label="Name"
              value={push.name}
              pointer={`${of}/name`}
              onChange={(name) => put(pushes.with(index, { ...push, name }), `${of}/name`)}
            />
            <ShapeFields
              shape={push.shape}
              pointer={`${of}/shape`}
              onChange={(shape, where) => put(pushes.with(index, { ...push, shape }), where)}
            />
            <div className="gw-sim-pair">
              <SelectMember {...shared} member="to" label="To" options={TARGETS} />
              <NumberMember
                {...shared}
                member="bytes"
                label="Size"
                unit="bytes"
                max={131_072}
                integer
                placeholder="1024"
              />
            </div>
            <Button className="gw-sim-remove" onClick={() => put(pushes.toSpliced(index, 1), at)}>
              Remove push
            </Button>
          </Disclosure>
        )
      })}
    </PanelSection>
  )
}

function Summary({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <span className="gw-sim-model">
      <span className="gw-mono">{name}</span>
      <span className="gw-sim-model-words">{words}</span>
    </span>
  )
}
