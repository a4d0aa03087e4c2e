// A React app with the check: the wrapper from the package, the element from the folder on the server.

// source
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
// card
import { AimsReadinessCheck } from 'aims-readiness/react';

// A setting of the app says where the script is; the bundler leaves this import alone.
await import(/* @vite-ignore */ new URL(import.meta.env.VITE_AIMS_READINESS, document.baseURI).href);
// /card

function App() {
  const [steps, setSteps] = useState(0);
  const [tier, setTier] = useState(null);
  return (
    <>
      {/* card */}
      <AimsReadinessCheck
        lang="en"
        sector="healthcare"
        onStep={() => setSteps((before) => before + 1)}
        onResult={(event) => setTier(event.detail.result.tier)}
      />
      {/* /card */}
      <p className="panel" role="status">
        {`React has heard of ${steps} steps. `}
        {tier ? `Tier: ${tier}` : 'No result so far.'}
      </p>
    </>
  );
}

createRoot(document.querySelector('#app')).render(<App />);
// /source
