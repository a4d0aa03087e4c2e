// An application with React: the component, its ref and events, and the tag itself.

import { useRef } from 'react';
import type { AimsReadiness } from 'aims-readiness';
import { AimsReadinessCheck } from 'aims-readiness/react';

export function Check() {
  const check = useRef<AimsReadiness>(null);
  return (
    <>
      <AimsReadinessCheck
        ref={check}
        id="check"
        className="wide"
        style={{ maxWidth: 600 }}
        lang="en"
        theme="dark"
        as-of="2026-11-21"
        role="deployer provider"
        readonly
        counts={false}
        overlay={{ texts: {} }}
        messages={{ 'start.title': 'Begin' }}
        onReady={(event) => event.detail.version}
        onStep={(event) => event.detail.step.name}
        onAnswer={(event) => event.detail.changed}
        onResult={(event) => event.detail.result.tier}
        onChecklistChange={(event) => event.detail.work}
        onExport={(event) => event.preventDefault()}
        onCount={(event) => event.detail.what}
        onError={(event) => event.detail.remedy}
        onClick={() => check.current?.goTo({ name: 'result' })}
      >
        <a slot="call-to-action" href="/contact">
          Contact
        </a>
      </AimsReadinessCheck>
      {/* @ts-expect-error: no such colours */}
      <AimsReadinessCheck theme="pink" />
      <aims-readiness lang="en" mode="checklist" start="result" as-of="2026-11-21" readonly="" ref={check} />
      {/* @ts-expect-error: no such mode */}
      <aims-readiness mode="both" />
    </>
  );
}
