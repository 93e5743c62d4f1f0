import { removeMember } from '@shared/design/edits/update-in'
import type { OperationHandlers } from './operation-handler'
import { tagsOf, withTags } from './tagged-object'

/** Tags, for the service that names their object by this member. */
export function tagHandlers(arnMember: string): OperationHandlers {
  return {
    TagResource({ state, input }) {
      const arn = input.needed(arnMember)
      const tags = input.record<Readonly<Record<string, string>>>('tags') ?? {}
      return { state: withTags(state, arn, { ...tagsOf(state, arn), ...tags }) }
    },
    UntagResource({ state, input }) {
      const arn = input.needed(arnMember)
      const left = (input.texts('tagKeys') ?? []).reduce((tags, key) => removeMember(tags, key), tagsOf(state, arn))
      return { state: withTags(state, arn, left) }
    },
    GetTags({ state, input }) {
      return { state, output: { tags: tagsOf(state, input.needed(arnMember)) } }
    },
  }
}
