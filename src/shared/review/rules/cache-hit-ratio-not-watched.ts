import type { Design } from '../../design/design'
import { ALL_METHODS, effectiveCaching, methodSettingKey } from '../../design/method-settings'
import { setMethodSetting } from '../../design/edits/set-method-setting'
import { updateStage } from '../../design/edits/update-stage'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { methodsOf, restStages, type RestStageScope } from '../scopes/rest-methods'

export const cacheHitRatioNotWatched: ReviewRule = {
  id: 'cache-hit-ratio-not-watched',
  title: 'The cache is paid for by the hour, and nobody sees whether it helps',
  severity: 'warning',
  what: 'Stages with a cache that no method uses, and cached methods without metrics of their own.',
  why: 'A cache costs the same with and without hits. Below a hit ratio of 50 % it rarely pays; the sum over a stage hides the method that never hits.',
  source: 'Guide 000, anti-pattern 6; observability-and-cost.md 1.3 and 5.',
  find: (design) => restStages(design).flatMap(stageFindings),
}

function stageFindings({ api, at, stage, stageName }: RestStageScope): Finding[] {
  if (stage.cacheClusterEnabled !== true) return []
  const cached = methodsOf({ api, at }).filter(({ path, verb }) => effectiveCaching(stage, path, verb).enabled)
  if (cached.length === 0) {
    const fix = {
      label: `Switch the cache of ${stageName} off`,
      apply: (design: Design) => updateStage(design, api.id, stageName, { cacheClusterEnabled: false }),
    }
    const message = `${api.name}, stage ${stageName}: its cache of ${stage.cacheClusterSize ?? '0.5'} GB is paid for by the hour, but no method is cached. Switch it off, or turn caching on for a method.`
    return [finding(cacheHitRatioNotWatched, [...at, 'cacheClusterEnabled'], message, { fix })]
  }
  const unwatched = cached
    .map(({ path, verb }) => methodSettingKey(path, verb))
    .filter((key) => !(stage.methodSettings[key]?.metricsEnabled ?? stage.methodSettings[ALL_METHODS]?.metricsEnabled))
  if (unwatched.length === 0 || cached.length === 1) return []
  const fix = {
    label: `Measure the cached methods of ${stageName} one by one`,
    apply: (design: Design) =>
      unwatched.reduce(
        (changed, key) => setMethodSetting(changed, api.id, stageName, key, { metricsEnabled: true }),
        design,
      ),
  }
  const message = `${api.name}, stage ${stageName}: ${unwatched.length} of ${cached.length} cached methods have no metrics of their own, so that CacheHitCount says nothing about any of them. Turn detailed metrics on for them.`
  return [finding(cacheHitRatioNotWatched, [...at, 'methodSettings'], message, { severity: 'info', fix })]
}
