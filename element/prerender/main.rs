//! Draws the first screens when the site is built: `prerender < wording.en.json`.
//!
//! They are drawn by the components that the browser runs, so that what a visitor sees before the engine has come
//! is what takes its place. Written as `{"start": markup, "question": markup}`.

use std::collections::BTreeMap;
use std::error::Error;
use std::io;
use std::rc::Rc;

use aims_readiness::catalog::builtin;
use aims_readiness::session::{Action, Session};
use aims_readiness::widget::Wording;
use aims_readiness::widget::assess::{App, AppProps, Directed, Suggester};
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{AttrValue, Callback, LocalServerRenderer};

fn main() -> Result<(), Box<dyn Error>> {
    let texts: BTreeMap<String, String> = serde_json::from_reader(io::stdin())?;
    let mut wording = Wording::default();
    wording.extend(texts);
    let wording = Rc::new(wording);
    // No day stands on these screens.
    let day = builtin().law_texts.last().ok_or("no text of the Act")?.from;
    let start = Session::new(builtin(), day);
    let question = start.reduce(Action::Begin);
    let runtime = Builder::new_current_thread().build()?;
    let draw = |session: Session| {
        let props = AppProps {
            start: session,
            wording: Rc::clone(&wording),
            lang: AttrValue::default(),
            notify: Callback::noop(),
            suggester: Suggester::Absent,
            refused: false,
            directed: Directed::default(),
        };
        let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
        LocalSet::new().block_on(&runtime, renderer.render())
    };
    let screens = BTreeMap::from([("start", draw(start)), ("question", draw(question))]);
    serde_json::to_writer(io::stdout(), &screens)?;
    Ok(())
}
