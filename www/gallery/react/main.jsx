// A React app with the check: the wrapper from the package, the element from the folder on the server.

// source
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AimsReadinessCheck } from 'aims-readiness/react';

// The address of the folder is a setting of the app; the bundler leaves the import alone.
import(/* @vite-ignore */ new URL(import.meta.env.VITE_AIMS_READINESS, document.baseURI).href);

function App() {
  const [steps, setSteps] = useState(0);
  const [tier, setTier] = useState(null);
  return (
    <>
      <AimsReadinessCheck
        lang="en"
        sector="healthcare"
        onStep={() => setSteps((before) => before + 1)}
        onResult={(event) => setTier(event.detail.result.tier)}
      />
      <p className="panel" role="status">
        {`React has heard of ${steps} steps. `}
        {tier ? `Tier: ${tier}` : 'No result so far.'}
      </p>
    </>
  );
}

createRoot(document.querySelector('#app')).render(<App />);
// /source
