// An application with Vue: templates know the tag, its attributes and its events.

import { defineComponent, h, ref } from 'vue';
import type { GlobalComponents } from 'vue';
import type { AimsReadiness } from 'aims-readiness';

type Props = InstanceType<GlobalComponents['aims-readiness']>['$props'];

export const props: Props = {
  lang: 'en',
  'as-of': '2026-11-21',
  overlay: { texts: {} },
  onAimsResult: (event) => event.detail.result.tier,
  'onAims-export': (event) => event.preventDefault(),
};

// @ts-expect-error: no such colours
export const wrong: Props = { theme: 'pink' };

export default defineComponent({
  setup() {
    const check = ref<AimsReadiness>();
    return () => h('aims-readiness', { ref: check, ...props, onClick: () => check.value?.reset() });
  },
});
