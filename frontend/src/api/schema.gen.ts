// Generated from openapi.json by `npm run generate`; not for editing.

export interface paths {
    "/api/v1/abilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Abilities
         * @description What works on this machine, and what to install for the rest.
         */
        get: operations["abilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{attempt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Feedback
         * @description The judgement of one attempt.
         */
        get: operations["get_feedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{attempt_id}/overrides/{point_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Override
         * @description Say that a key point was made, or take that back; kept beside the grader's verdict.
         */
        put: operations["override"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{attempt_id}/phrasings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remember Phrasing
         * @description Remember words of the answer for a key point that the candidate says was made.
         */
        post: operations["remember_phrasing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{attempt_id}/phrasings/{point_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offer Phrasing
         * @description Which words of the answer the grader could learn for a key point; asking teaches nothing.
         */
        get: operations["offer_phrasing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{attempt_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Review
         * @description Undo what this attempt did to the memory of its item.
         */
        post: operations["undo_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Architectures
         * @description All architectures, in the bank's order, and how far the learner got with each.
         */
        get: operations["list_architectures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Architecture
         * @description An architecture as it is worked on; no reference is shown before it was drawn or given up.
         */
        get: operations["open_architecture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drawing Attempts
         * @description All attempts at an architecture, newest first.
         */
        get: operations["drawing_attempts"];
        put?: never;
        /**
         * Submit Drawing
         * @description Store a drawing, then check it.
         */
        post: operations["submit_drawing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Sheet
         * @description Look at a drawing; it is no attempt, and nothing is stored.
         */
        post: operations["check_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Sheet
         * @description Keep what is drawn so far.
         */
        put: operations["save_sheet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}/hints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Next Piece
         * @description Hint at the next missing piece, and at no other.
         */
        post: operations["next_piece"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Sheet
         * @description Build the module that a drawing describes, and run it.
         */
        post: operations["run_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal References
         * @description Give up and see the references; after a right drawing it costs nothing.
         */
        post: operations["reveal_references"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Architecture
         * @description Begin an architecture anew; its history is kept unless it is asked to go, too.
         */
        post: operations["reset_architecture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/architectures/{architecture}/spoken/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say About Drawing
         * @description Answer a question about the drawing in words; graded like any answer, and counted together with the drawing.
         */
        post: operations["say_about_drawing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/attempts/{attempt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Drawing Attempt
         * @description One attempt with its drawing and what was found.
         */
        get: operations["get_drawing_attempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Convert Sheet
         * @description Write a drawing in another way: scene, text notation, Mermaid or SVG.
         */
        post: operations["convert_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset All Architectures
         * @description Begin all architectures anew.
         */
        post: operations["reset_all_architectures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/stencils": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Stencils
         * @description The pieces that can be put on a canvas, by kind of operation.
         */
        get: operations["list_stencils"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/attempts/{attempt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Code Attempt
         * @description One attempt with its program and what the judge said.
         */
        get: operations["get_code_attempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Problems
         * @description All problems, in the bank's order, and how far the learner got with each.
         */
        get: operations["list_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems/{problem}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Problem
         * @description A problem as it is worked on; nothing in it gives the solution away before it was passed or given up.
         */
        get: operations["open_problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems/{problem}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Code Attempts
         * @description All attempts at a problem, newest first.
         */
        get: operations["code_attempts"];
        put?: never;
        /**
         * Submit Code
         * @description Store a program, then have it judged.
         */
        post: operations["submit_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems/{problem}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Source
         * @description Keep what is typed so far.
         */
        put: operations["save_source"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems/{problem}/hints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Hint
         * @description Take the next hint, or hear again one that was taken.
         */
        post: operations["take_hint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems/{problem}/narrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Narrate
         * @description Say how one would go about it; graded like any answer in words, and counted together with the code.
         */
        post: operations["narrate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems/{problem}/reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Reference
         * @description Give up and see the reference; after passing it costs nothing.
         */
        post: operations["reveal_reference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems/{problem}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Problem
         * @description Begin a problem anew; its history is kept unless it is asked to go, too.
         */
        post: operations["reset_problem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/problems/{problem}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Examples
         * @description Try a program on the visible examples; it is no attempt, and nothing is stored.
         */
        post: operations["run_examples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset All Problems
         * @description Begin all problems anew.
         */
        post: operations["reset_all_problems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Judge Status
         * @description What judges code here, and how well submissions are locked in.
         */
        get: operations["judge_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase
         * @description Delete everything that was practised on this machine.
         */
        post: operations["erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export.apkg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Apkg
         * @description The questions as a deck of Anki cards.
         */
        get: operations["export_apkg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Csv
         * @description All attempts as a table.
         */
        get: operations["export_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Jsonl
         * @description Everything that was practised, as JSON Lines; importing it elsewhere gives the same state.
         */
        get: operations["export_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grade
         * @description Grade an answer; the same document as ``evalmode grade --json``.
         */
        post: operations["grade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Guide
         * @description Pages that match the words, or all of them.
         */
        get: operations["guide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description Answers as soon as the server takes requests; the only route that needs no cookie.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Data
         * @description Bring an export back; what is there already stays as it is.
         */
        post: operations["import_data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Items
         * @description Items of any of the kinds, topics and levels that match the words.
         */
        get: operations["list_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{kind}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Item
         * @description Everything about an item; it gives the answer away.
         */
        get: operations["show_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{kind}/{slug}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Proofs
         * @description Run the programs that prove the item's claims, now, on this machine.
         */
        post: operations["run_proofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phrasings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Phrasings
         * @description What is remembered, oldest first.
         */
        get: operations["list_phrasings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phrasings/{phrasing_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Phrasing
         * @description Take a phrasing back; answers are then graded without it.
         */
        delete: operations["remove_phrasing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Progress
         * @description Calendar, retention, mastery and time against budget.
         */
        get: operations["progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness
         * @description Twelve items, each with the attempts that speak for it.
         */
        get: operations["readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Sessions
         * @description Sessions that were begun and not finished, the latest first.
         */
        get: operations["open_sessions"];
        put?: never;
        /**
         * Start Session
         * @description Choose questions and begin a session with them.
         */
        post: operations["start_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Session
         * @description A session as it stands.
         */
        get: operations["get_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Session
         * @description End a session, whatever is still unanswered.
         */
        post: operations["finish_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Summarise
         * @description How a session went.
         */
        get: operations["summarise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/turns/{position}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Turn
         * @description Store the answer, then grade it.
         */
        post: operations["answer_turn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/turns/{position}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Turn
         * @description Put the question; the first call starts its clock, and later calls change nothing.
         */
        post: operations["ask_turn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/turns/{position}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Draft
         * @description Keep what is typed so far.
         */
        put: operations["save_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/turns/{position}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip Turn
         * @description Leave the question unanswered and go on.
         */
        post: operations["skip_turn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/turns/{position}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Deeper
         * @description Go no deeper: skip the remaining parts of the same deep question.
         */
        post: operations["stop_deeper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Settings
         * @description What is chosen, defaults included.
         */
        get: operations["get_settings"];
        /**
         * Put Settings
         * @description Keep a choice.
         */
        put: operations["put_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Today
         * @description What is due, what is new, and what to practise now.
         */
        get: operations["today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Topic Map
         * @description The map of the field, with what is mastered of it.
         */
        get: operations["topic_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Voice Status
         * @description Whether speech can be turned into text on this machine.
         */
        get: operations["voice_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice/transcriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transcribe
         * @description The words of a recording of at most 25 MB.
         */
        post: operations["transcribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Ability
         * @description A thing evalmode can do, and whether it works on this machine.
         */
        Ability: {
            /** Id */
            id: string;
            /**
             * Says
             * @description What was found, or what to install.
             */
            says: string;
            /** Title */
            title: string;
            /** Works */
            works: boolean;
        };
        /**
         * AnswerRequest
         * @description A final answer.
         */
        AnswerRequest: {
            /**
             * Revision
             * @description As for a draft; null does not check.
             */
            revision?: number | null;
            /**
             * Spoken
             * @description Whether it is a transcript; then pace and fillers are reported.
             * @default false
             */
            spoken: boolean;
            /** Text */
            text: string;
        };
        /**
         * ArchitectureBrief
         * @description A line of the list of architectures.
         */
        ArchitectureBrief: {
            /**
             * Attempts
             * @description How often a drawing was handed in.
             */
            attempts: number;
            /** Best Score */
            best_score: number | null;
            /** Checklist */
            checklist: string[];
            /**
             * Due
             * @description When it comes back; null where it was neither passed nor given up.
             */
            due: string | null;
            /**
             * Id
             * @description The architecture's name within its kind, such as ``lstm-cell``; it is what the paths of the API take.
             */
            id: string;
            /**
             * Item Id
             * @description The full id, such as ``board/lstm-cell``.
             */
            item_id: string;
            /** Last Attempt At */
            last_attempt_at: string | null;
            /** Last Verdict */
            last_verdict: ("right" | "wrong" | "unreadable") | null;
            level: components["schemas"]["Level"];
            /**
             * Minutes
             * @description What an interviewer gives.
             */
            minutes: number;
            state: components["schemas"]["ProblemState"];
            /** Title */
            title: string;
            /** Topics */
            topics: string[];
        };
        /**
         * ArchitectureView
         * @description An architecture as it is worked on.
         *
         *     Work goes in rounds, as for coding problems. A round ends when a drawing is right or the references are asked for.
         */
        ArchitectureView: {
            brief: components["schemas"]["ArchitectureBrief"];
            /** @description What was drawn so far in this round; empty where nothing was. */
            draft: components["schemas"]["Sheet-Output"];
            /**
             * Draft Revision
             * @description Send it back with the next draft; an older one is refused, so two tabs cannot overwrite each other.
             */
            draft_revision: number;
            /** Draft Saved At */
            draft_saved_at: string | null;
            /**
             * Finished
             * @description Whether this round is over: a drawing was right, or the references were revealed.
             */
            finished: boolean;
            /**
             * Hints Taken
             * @description In this round.
             */
            hints_taken: number;
            /** Prerequisites */
            prerequisites: string[];
            /**
             * Question
             * @description Markdown: what the interviewer says.
             */
            question: string;
            /** @description Null until this round is over. */
            solution: components["schemas"]["BoardSolution"] | null;
            /**
             * Spoken
             * @description What is asked in words afterwards.
             */
            spoken: components["schemas"]["SpokenPart"][];
            /**
             * Tries
             * @description Drawings handed in in this round.
             */
            tries: number;
        };
        /**
         * AreaView
         * @description A part of the field.
         */
        AreaView: {
            /** Id */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * AttemptBrief
         * @description A line of an item's history.
         */
        AttemptBrief: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Attempt Id */
            attempt_id: string;
            /** Part */
            part: string;
            /** Score */
            score: number;
            /** Seconds Used */
            seconds_used: number;
        };
        /**
         * BoardCheck
         * @description All that is said about one drawing.
         *
         *     Args:
         *         architecture: The id of what should be drawn, such as ``transformer-block``.
         *         verdict: ``right`` without a mistake, ``unreadable`` where too little of it was understood to judge it.
         *         score: How much of it is there, 0 to 1; 1 if it is right.
         *         variant: Title of the accepted reference that is nearest to it; empty if none is near.
         *         message: The most useful thing to say about it, in one sentence.
         *         findings: Mistakes first, most important first, then hints.
         *         habits: The six habits, each once.
         *         shapes: What is known about shapes.
         *         unread: What could not be read.
         *         readings: What every element was taken for.
         *         module: Source of the ``nn.Module`` it describes; None unless it is right and can be built.
         */
        BoardCheck: {
            /** Architecture */
            architecture: string;
            /**
             * Findings
             * @default []
             */
            findings: components["schemas"]["Finding"][];
            /**
             * Habits
             * @default []
             */
            habits: components["schemas"]["Habit"][];
            /**
             * Message
             * @default
             */
            message: string;
            /** Module */
            module?: string | null;
            /**
             * Readings
             * @default []
             */
            readings: components["schemas"]["Reading"][];
            /** Score */
            score: number;
            /**
             * @default {
             *       "edges": [],
             *       "sizes": {},
             *       "written": 0,
             *       "agreeing": 0,
             *       "disagreeing": 0
             *     }
             */
            shapes: components["schemas"]["ShapeFindings"];
            /**
             * Unread
             * @default []
             */
            unread: components["schemas"]["UnreadElement"][];
            /**
             * Variant
             * @default
             */
            variant: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "right" | "wrong" | "unreadable";
        };
        /**
         * BoardSolution
         * @description What is shown after passing or giving up.
         */
        BoardSolution: {
            /**
             * Equations
             * @description The key equations, each with the component it belongs to.
             */
            equations: string[];
            /**
             * Listens For
             * @description Markdown.
             */
            listens_for: string;
            /**
             * References
             * @description Every accepted variant, from far and, where that shows more, from near: with the same title, and ``detail``.
             */
            references: components["schemas"]["ReferenceView"][];
            /** Sources */
            sources: string[];
            /**
             * Why
             * @description Markdown.
             */
            why: string;
        };
        /** Body_import_data */
        Body_import_data: {
            /** File */
            file: string;
        };
        /** Body_transcribe */
        Body_transcribe: {
            /** File */
            file: string;
        };
        /**
         * BudgetPoint
         * @description An attempt's time against its budget.
         */
        BudgetPoint: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Attempt Id */
            attempt_id: string;
            /** Item Id */
            item_id: string;
            /** Score */
            score: number;
            /** Seconds Allotted */
            seconds_allotted: number;
            /** Seconds Used */
            seconds_used: number;
            /** Title */
            title: string;
        };
        /**
         * CheckView
         * @description One check of a submission.
         */
        CheckView: {
            /**
             * Examples
             * @description How many examples were tried.
             * @default 0
             */
            examples: number;
            /**
             * Expected
             * @description Shape and type that were expected, or empty.
             * @default
             */
            expected: string;
            failing: components["schemas"]["FailingExampleView"] | null;
            /**
             * Got
             * @description Shape and type that came, or empty.
             * @default
             */
            got: string;
            /**
             * Max Abs Error
             * @description Null where no numbers were compared, or the error is not finite.
             */
            max_abs_error: number | null;
            /**
             * Max Rel Error
             * @description As above.
             */
            max_rel_error: number | null;
            /**
             * Message
             * @description What went wrong, in one sentence; empty if nothing did.
             * @default
             */
            message: string;
            /**
             * Name
             * @description Unique within the problem.
             */
            name: string;
            /** Passed */
            passed: boolean;
            /**
             * Teaches
             * @description What to think about, or what mistake it is; empty if nothing is known.
             * @default
             */
            teaches: string;
            /**
             * Title
             * @description What was tried, in one sentence.
             */
            title: string;
            /**
             * Traceback
             * @description The candidate's own lines of the traceback, if an exception ended it.
             * @default
             */
            traceback: string;
            /**
             * Visible
             * @description Whether its inputs are shown before it is run.
             * @default false
             */
            visible: boolean;
            /**
             * Where
             * @description Index of the largest error, such as ``output[0, 2, 1]``.
             * @default
             */
            where: string;
        };
        /**
         * CodeAttemptBrief
         * @description A line of a problem's history.
         */
        CodeAttemptBrief: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Attempt Id */
            attempt_id: string;
            /**
             * Hints
             * @description Hints taken by then in that round.
             */
            hints: number;
            /** Reference Ratio */
            reference_ratio: number | null;
            /**
             * Score
             * @description In [0, 1]; null while it waits to be judged.
             */
            score: number | null;
            /** Seconds Used */
            seconds_used: number;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "judged" | "given_up";
            verdict: components["schemas"]["CodeVerdict"] | null;
        };
        /**
         * CodeFeedback
         * @description A submission with all that is known about it.
         */
        CodeFeedback: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Attempt Id */
            attempt_id: string;
            /**
             * Hints
             * @description Hints taken by then in that round.
             */
            hints: number;
            /** Item Id */
            item_id: string;
            judgement: components["schemas"]["JudgementView"] | null;
            /** @description What spaced repetition made of it; null where it did not end a round. */
            memory: components["schemas"]["MemoryView"] | null;
            /**
             * Problem
             * @description The problem's name within its kind.
             */
            problem: string;
            /**
             * Revealed
             * @description Whether the reference had been seen in that round.
             */
            revealed: boolean;
            /**
             * Says
             * @description Why it is not judged yet, and what happens next; empty where it is.
             * @default
             */
            says: string;
            /**
             * Score
             * @description In [0, 1]; null while it waits to be judged.
             */
            score: number | null;
            /** Seconds Allotted */
            seconds_allotted: number;
            /** Seconds Used */
            seconds_used: number;
            /** @description Null until this round is over. */
            solution: components["schemas"]["SolutionView"] | null;
            /** Source */
            source: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "judged" | "given_up";
            /** Title */
            title: string;
            /**
             * Tries
             * @description Which submission of that round it is, from 1.
             */
            tries: number;
        };
        /**
         * CodeVerdict
         * @description How a submission fared.
         * @enum {string}
         */
        CodeVerdict: "accepted" | "wrong_answer" | "forbidden" | "runtime_error" | "syntax_error" | "time_limit" | "memory_limit" | "output_limit" | "security_violation" | "internal_error";
        /**
         * Converted
         * @description A drawing in another way.
         */
        Converted: {
            /**
             * Scene
             * @description The Excalidraw document; null for the others.
             */
            scene: {
                [key: string]: unknown;
            } | null;
            /**
             * Text
             * @description The notation, Mermaid or SVG; empty for a scene.
             */
            text: string;
        };
        /**
         * ConvertRequest
         * @description A drawing to be written in another way.
         */
        ConvertRequest: {
            sheet: components["schemas"]["Sheet-Input"];
            /**
             * To
             * @description Excalidraw scenes come back with every element laid out and bound.
             * @enum {string}
             */
            to: "notation" | "scene" | "mermaid" | "svg";
        };
        /**
         * DayCount
         * @description One day of the calendar.
         */
        DayCount: {
            /** Attempts */
            attempts: number;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Mean Score */
            mean_score: number | null;
        };
        /**
         * DraftRequest
         * @description The answer as typed so far.
         */
        DraftRequest: {
            /**
             * Force
             * @description Overwrite what another tab saved.
             * @default false
             */
            force: boolean;
            /**
             * Revision
             * @description The revision that the text was typed on top of.
             */
            revision: number;
            /** Text */
            text: string;
        };
        /**
         * DraftSaved
         * @description The receipt for a draft.
         */
        DraftSaved: {
            /** Revision */
            revision: number;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
        };
        /**
         * DrawingAttemptBrief
         * @description A line of an architecture's history.
         */
        DrawingAttemptBrief: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Attempt Id */
            attempt_id: string;
            /**
             * Hints
             * @description Hints taken by then in that round.
             */
            hints: number;
            /** Score */
            score: number | null;
            /** Seconds Used */
            seconds_used: number;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "judged" | "given_up";
            /** Verdict */
            verdict: ("right" | "wrong" | "unreadable") | null;
        };
        /**
         * DrawingFeedback
         * @description A drawing that was handed in, with all that is known about it.
         */
        DrawingFeedback: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /**
             * Architecture
             * @description Its name within its kind.
             */
            architecture: string;
            /** Attempt Id */
            attempt_id: string;
            check: components["schemas"]["BoardCheck"] | null;
            /**
             * Hints
             * @description Hints taken by then in that round.
             */
            hints: number;
            /** Item Id */
            item_id: string;
            /** @description What spaced repetition made of it; null where it did not end a round. */
            memory: components["schemas"]["MemoryView"] | null;
            /**
             * Revealed
             * @description Whether the references had been seen in that round.
             */
            revealed: boolean;
            /**
             * Says
             * @description Why it is not checked yet, and what happens next; empty where it is.
             * @default
             */
            says: string;
            /**
             * Score
             * @description In [0, 1], what it is worth with hints and tries; null while it waits.
             */
            score: number | null;
            /** Seconds Allotted */
            seconds_allotted: number;
            /** Seconds Used */
            seconds_used: number;
            sheet: components["schemas"]["Sheet-Output"];
            /** @description Null until this round is over. */
            solution: components["schemas"]["BoardSolution"] | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "judged" | "given_up";
            /** Title */
            title: string;
            /**
             * Tries
             * @description Which drawing of that round it is, from 1.
             */
            tries: number;
        };
        /**
         * DueItem
         * @description An item and when it is due.
         */
        DueItem: {
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Item Id */
            item_id: string;
            /** Title */
            title: string;
        };
        /**
         * EarlierPart
         * @description What the candidate already said to the same deep question.
         */
        EarlierPart: {
            /** Answer */
            answer: string;
            /** Part */
            part: string;
            /** Prompt */
            prompt: string;
        };
        /**
         * EdgeShape
         * @description The shape of the value on one arrow.
         *
         *     Args:
         *         elements: The arrow and its label.
         *         source: What the value comes from, as it is labelled.
         *         target: What takes it, as it is labelled.
         *         written: The shape as the candidate wrote it; empty if none is written.
         *         inferred: The shape that follows from the rest; empty if it is not known for sure.
         *         derivation: How it follows, such as ``(H + 2·1 − 3)/2 + 1 = H/2``; empty if there is nothing to derive.
         *         agrees: Whether what is written holds; None where it is not known, or nothing is written.
         */
        EdgeShape: {
            /** Agrees */
            agrees?: boolean | null;
            /**
             * Derivation
             * @default
             */
            derivation: string;
            /** Elements */
            elements: string[];
            /**
             * Inferred
             * @default
             */
            inferred: string;
            /** Source */
            source: string;
            /** Target */
            target: string;
            /**
             * Written
             * @default
             */
            written: string;
        };
        /**
         * Erased
         * @description The receipt for deleting everything that was practised.
         */
        Erased: {
            /** Attempts */
            attempts: number;
            /** Sessions */
            sessions: number;
        };
        /**
         * EraseRequest
         * @description A confirmation that nobody gives by accident.
         */
        EraseRequest: {
            /**
             * Confirm
             * @constant
             */
            confirm: "erase everything";
        };
        /**
         * ErrorDetail
         * @description What went wrong, for a program and for a person.
         */
        ErrorDetail: {
            /**
             * Code
             * @description A stable slug, such as ``not_found``.
             */
            code: string;
            /**
             * Hint
             * @description What to do about it, where something can be done.
             */
            hint: string | null;
            /**
             * Message
             * @description One sentence for a person.
             */
            message: string;
        };
        /**
         * ErrorDocument
         * @description The body of every response that is not a success.
         */
        ErrorDocument: {
            error: components["schemas"]["ErrorDetail"];
        };
        /**
         * Evidence
         * @description An attempt that speaks for a checklist item.
         */
        Evidence: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Attempt Id */
            attempt_id: string;
            /**
             * Counts
             * @description Good enough, recent enough and still remembered.
             */
            counts: boolean;
            /** Item Id */
            item_id: string;
            /**
             * Recall
             * @description Chance that it would be recalled now, in [0, 1].
             */
            recall: number;
            /** Score */
            score: number;
            /** Title */
            title: string;
        };
        /**
         * ExerciseSuggestion
         * @description A coding problem to solve or an architecture to draw.
         */
        ExerciseSuggestion: {
            /** Item Id */
            item_id: string;
            /** Minutes */
            minutes: number;
            /**
             * Says
             * @description One sentence: why that.
             */
            says: string;
            /** Title */
            title: string;
        };
        /**
         * FailingExampleView
         * @description The smallest example found on which a check fails.
         */
        FailingExampleView: {
            /** @description What a right solution returns; null where none is defined. */
            expected: components["schemas"]["ShownValue"] | null;
            /** @description What the submission returned; null if it did not return. */
            got: components["schemas"]["ShownValue"] | null;
            /**
             * Inputs
             * @default []
             */
            inputs: components["schemas"]["ShownValue"][];
            /**
             * Sizes
             * @description The sizes and choices that were drawn.
             */
            sizes: {
                [key: string]: unknown;
            };
        };
        /**
         * Feedback
         * @description The judgement of one attempt, with all that helps to learn from it.
         */
        Feedback: {
            /**
             * Answer
             * @description What was graded.
             */
            answer: string;
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Attempt Id */
            attempt_id: string;
            /**
             * Deeper
             * @description What the coach asks next on the same question, such as "Shall I go deeper?"; null where it is over.
             */
            deeper: string | null;
            /**
             * Feedback
             * @default
             */
            feedback: string;
            /**
             * Follow Ups
             * @default []
             */
            follow_ups: components["schemas"]["FollowUpView"][];
            /**
             * Graded
             * @description False while grading is still to come; it is taken up again at the next start.
             */
            graded: boolean;
            /**
             * Grader
             * @default
             */
            grader: string;
            /** Item Id */
            item_id: string;
            /**
             * Late Answer
             * @description What arrived after the time was up: kept, not graded.
             */
            late_answer: string | null;
            /**
             * Links
             * @default []
             */
            links: components["schemas"]["LinkView"][];
            /** @description Null until the last part of a deep question is answered. */
            memory: components["schemas"]["MemoryView"] | null;
            /** Model Answer */
            model_answer: string;
            /** Part */
            part: string;
            /** Points */
            points: components["schemas"]["PointFeedback"][];
            /** Position */
            position: number | null;
            /** Prompt */
            prompt: string;
            /**
             * Proofs
             * @default []
             */
            proofs: components["schemas"]["ProofView"][];
            /**
             * Score
             * @description In [0, 1], overrides included.
             */
            score: number;
            /** Seconds Allotted */
            seconds_allotted: number;
            /** Seconds Used */
            seconds_used: number;
            /** Session Id */
            session_id: string | null;
            /**
             * Signals
             * @default []
             */
            signals: components["schemas"]["SignalView"][];
            /**
             * Sources
             * @default []
             */
            sources: string[];
            speech: components["schemas"]["Speech"];
            /** Title */
            title: string;
            /** Why */
            why: string;
        };
        /**
         * Finding
         * @description Something to say about one place of a drawing.
         *
         *     Args:
         *         kind: What sort of thing it is.
         *         severity: Whether it decides the verdict.
         *         message: What is wrong and what should be there, in one sentence.
         *         why: What it is needed for; empty if nothing is known.
         *         elements: Ids of the elements it is about, the one to look at first leading.
         */
        Finding: {
            /**
             * Elements
             * @default []
             */
            elements: string[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "missing-node" | "extra-node" | "wrong-op" | "wrong-parameter" | "missing-edge" | "extra-edge" | "wrong-direction" | "wrong-order" | "wrong-shape" | "wrong-source" | "wrong-target" | "wrong-name" | "wrong-equation" | "forbidden-path" | "missing-mention" | "unknown-box" | "nothing-here" | "new-name" | "habit";
            /** Message */
            message: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "mistake" | "habit" | "hint";
            /**
             * Why
             * @default
             */
            why: string;
        };
        /**
         * FollowUpView
         * @description A question that would come next, with its answer.
         */
        FollowUpView: {
            /** Answer */
            answer: string;
            /** Ask */
            ask: string;
        };
        /**
         * GradedAnswer
         * @description The document that ``evalmode grade --json`` prints and ``POST /grade`` returns.
         */
        GradedAnswer: {
            /**
             * Feedback
             * @default
             */
            feedback: string;
            /**
             * Grader
             * @default
             */
            grader: string;
            /**
             * Item
             * @description The full id.
             */
            item: string;
            /** Part */
            part: string;
            /** Points */
            points: components["schemas"]["GradedPoint"][];
            /**
             * Score
             * @description In [0, 1].
             */
            score: number;
            /**
             * Signals
             * @default []
             */
            signals: components["schemas"]["SignalView"][];
        };
        /**
         * GradedPoint
         * @description The verdict on one key point.
         */
        GradedPoint: {
            /** Because */
            because: string;
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description A clause of the answer, verbatim; empty where nothing decided it.
             */
            evidence: string;
            /** Id */
            id: string;
            verdict: components["schemas"]["Verdict"];
        };
        /**
         * GradeRequest
         * @description An answer to be graded without storing anything.
         */
        GradeRequest: {
            /** Answer */
            answer: string;
            /**
             * Item
             * @description The item's name: a full id, or a bare slug where only one item has it.
             */
            item: string;
            /**
             * Part
             * @description The turn of a deep question that it answers; the whole of the question where none is named.
             */
            part?: string | null;
        };
        /**
         * GuidePage
         * @description A page of the guide.
         */
        GuidePage: {
            /** Answer */
            answer: string;
            /** Id */
            id: string;
            /** Order */
            order: number;
            /** Practice */
            practice: components["schemas"]["PracticeLink"][];
            /** Question */
            question: string;
            /**
             * Section
             * @enum {string}
             */
            section: "habit" | "mistake" | "faq" | "checklist";
            /** Title */
            title: string;
        };
        /**
         * Habit
         * @description One of the six ways of drawing that make a diagram easy to follow; it never decides the verdict.
         *
         *     Args:
         *         name: Which of the six.
         *         kept: Whether the drawing keeps it; None where there is nothing to judge.
         *         message: What was seen and what to do, in one sentence.
         *         elements: The elements that break it.
         */
        Habit: {
            /**
             * Elements
             * @default []
             */
            elements: string[];
            /** Kept */
            kept: boolean | null;
            /** Message */
            message: string;
            /**
             * Name
             * @enum {string}
             */
            name: "flow" | "boxes" | "colours" | "shapes" | "skips" | "equations";
        };
        /**
         * HabitCount
         * @description Something that was noticed about how several answers were given.
         */
        HabitCount: {
            /**
             * Answers
             * @description Of so many graded answers.
             */
            answers: number;
            /** Count */
            count: number;
            /**
             * Id
             * @description Of the signal, such as ``no-reason``.
             */
            id: string;
            /**
             * Message
             * @description One sentence, such as "In 6 of 20 answers you gave no reason.".
             */
            message: string;
        };
        /**
         * Health
         * @description A sign of life.
         */
        Health: {
            /**
             * Status
             * @constant
             */
            status: "ok";
            /** Version */
            version: string;
        };
        /**
         * HintRequest
         * @description A wish for a hint.
         */
        HintRequest: {
            /**
             * Number
             * @description Which, from 1. One that was taken already is only told again, so asking twice costs nothing.
             */
            number: number;
        };
        /**
         * HintsTaken
         * @description The hints of this round.
         */
        HintsTaken: {
            /** Hints */
            hints: string[];
            /** Total */
            total: number;
        };
        /**
         * ImportReport
         * @description What an import did.
         */
        ImportReport: {
            /** Added */
            added: number;
            /**
             * Skipped
             * @description One sentence for each row that could not be used.
             */
            skipped: string[];
            /**
             * Unchanged
             * @description Rows that were there already.
             */
            unchanged: number;
            /**
             * Updated
             * @description Rows that were there, and are further along now.
             * @default 0
             */
            updated: number;
        };
        /**
         * ItemBrief
         * @description A line of the library.
         */
        ItemBrief: {
            /** Attempts */
            attempts: number;
            /** Best Score */
            best_score: number | null;
            /**
             * Due
             * @description Null where it was never practised.
             */
            due: string | null;
            /** Item Id */
            item_id: string;
            /** Kind */
            kind: string;
            /** Last Score */
            last_score: number | null;
            level: components["schemas"]["Level"];
            /**
             * Proven
             * @description Whether at least one of its claims is proven by a program.
             */
            proven: boolean;
            /** Seconds */
            seconds: number | null;
            /** Title */
            title: string;
            /** Topics */
            topics: string[];
        };
        /**
         * ItemPoint
         * @description A key point in the library.
         */
        ItemPoint: {
            /** Claim */
            claim: string;
            /** Id */
            id: string;
            /**
             * Misconceptions
             * @description Pairs of what people say and what puts it right.
             */
            misconceptions: [
                string,
                string
            ][];
            /** Part */
            part: string;
            /** Proven */
            proven: boolean;
            /** Unproven Reason */
            unproven_reason: string | null;
            /** Weight */
            weight: number;
        };
        /**
         * ItemView
         * @description Everything about an item: it gives the answer away.
         */
        ItemView: {
            /** Answer */
            answer: string;
            brief: components["schemas"]["ItemBrief"];
            /** Follow Ups */
            follow_ups: components["schemas"]["FollowUpView"][];
            /** Headline */
            headline: string | null;
            /** History */
            history: components["schemas"]["AttemptBrief"][];
            /** Links */
            links: components["schemas"]["LinkView"][];
            /** Points */
            points: components["schemas"]["ItemPoint"][];
            /** Proofs */
            proofs: components["schemas"]["ProofView"][];
            /** Question */
            question: string;
            /** Sources */
            sources: string[];
            /** Why */
            why: string;
        };
        /**
         * JudgementView
         * @description A judge's whole answer on one submission.
         */
        JudgementView: {
            /**
             * Checks
             * @default []
             */
            checks: components["schemas"]["CheckView"][];
            /**
             * Layers
             * @description The layers of isolation that held it.
             * @default []
             */
            layers: string[];
            /**
             * Memory Ratio
             * @description Bytes its operations allocate over the reference's; null unless measured.
             */
            memory_ratio: number | null;
            /**
             * Message
             * @description The most useful thing to say about it, in one or two sentences.
             */
            message: string;
            /**
             * Problem
             * @description Full id.
             */
            problem: string;
            /**
             * Reference Ratio
             * @description Its time over the reference's; null unless it was accepted and measured.
             */
            reference_ratio: number | null;
            /**
             * Seconds
             * @description From the request to the verdict.
             * @default 0
             */
            seconds: number;
            /**
             * Seed
             * @description Repeats exactly the inputs that were drawn.
             * @default 0
             */
            seed: number;
            /**
             * Stderr
             * @default
             */
            stderr: string;
            /**
             * Stdout
             * @description What it printed, capped.
             * @default
             */
            stdout: string;
            /**
             * Tier
             * @description How well it was isolated: ``full``, a weaker tier, or ``none``.
             * @default
             */
            tier: string;
            /**
             * Torch
             * @description Version of torch that ran it.
             * @default
             */
            torch: string;
            /**
             * Traceback
             * @description The candidate's own lines, where loading the submission failed.
             * @default
             */
            traceback: string;
            verdict: components["schemas"]["CodeVerdict"];
        };
        /**
         * JudgeStatusView
         * @description What judges code here, and how well submissions are locked in.
         */
        JudgeStatusView: {
            /**
             * Interpreter
             * @description Path of the Python that runs submissions; empty where none was found.
             */
            interpreter: string;
            /**
             * Isolated
             * @description Whether submissions can reach nothing; where they can, run only your own code.
             */
            isolated: boolean;
            /** Layers */
            layers: string[];
            /**
             * Says
             * @description One or two sentences: what was found, or what to do.
             */
            says: string;
            /** Tier */
            tier: string;
            /**
             * Torch
             * @description Its version; empty where there is none.
             */
            torch: string;
            /** Works */
            works: boolean;
        };
        /**
         * Level
         * @description How far into a career the question is asked.
         * @enum {string}
         */
        Level: "screen" | "core" | "senior";
        /**
         * LinkView
         * @description A neighbouring topic.
         */
        LinkView: {
            /** Title */
            title: string;
            /** Topic */
            topic: string;
            /** Why */
            why: string;
        };
        /**
         * MemoryView
         * @description What spaced repetition made of it.
         */
        MemoryView: {
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Interval Days */
            interval_days: number;
            /**
             * Rating
             * @enum {string}
             */
            rating: "again" | "hard" | "good" | "easy";
            /**
             * Undone
             * @default false
             */
            undone: boolean;
        };
        /**
         * MissedPoint
         * @description A key point that was not made.
         */
        MissedPoint: {
            /** Claim */
            claim: string;
            /** Item Id */
            item_id: string;
            /** Point Id */
            point_id: string;
            /** Title */
            title: string;
            verdict: components["schemas"]["Verdict"];
        };
        /**
         * Mode
         * @description Whether the clock decides.
         * @enum {string}
         */
        Mode: "pressure" | "relaxed";
        /**
         * ModuleRunView
         * @description What came of building and running the module that a drawing describes.
         */
        ModuleRunView: {
            /**
             * Largest Difference
             * @description Against the reference under the same weights; null where they cannot be mapped.
             */
            largest_difference: number | null;
            /**
             * Module
             * @description Its source; empty where it could not be built.
             */
            module: string;
            /** Nodes */
            nodes: components["schemas"]["NodeShape"][];
            /**
             * Outputs
             * @description Shapes of what it returns.
             */
            outputs: string[];
            /** Parameters */
            parameters: number | null;
            /**
             * Says
             * @description One sentence: that it runs and equals the reference, or what went wrong.
             */
            says: string;
            /**
             * Sizes
             * @description Which concrete size each symbol was given.
             */
            sizes: {
                [key: string]: number;
            };
            /**
             * Tier
             * @description How well it was locked in.
             */
            tier: string;
            /** Works */
            works: boolean;
        };
        /**
         * NarrationBrief
         * @description What was said before the code.
         */
        NarrationBrief: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Attempt Id */
            attempt_id: string;
            /**
             * Score
             * @description In [0, 1]; null until it is graded.
             */
            score: number | null;
        };
        /**
         * NarrationRequest
         * @description How the candidate would go about it, said before writing code.
         */
        NarrationRequest: {
            /**
             * Seconds Used
             * @default 0
             */
            seconds_used: number;
            /**
             * Spoken
             * @description Whether it is a transcript; then pace and fillers are reported.
             * @default false
             */
            spoken: boolean;
            /** Text */
            text: string;
        };
        /**
         * NextPiece
         * @description A hint: the next missing piece, and no other.
         */
        NextPiece: {
            /**
             * Done
             * @description Whether nothing is missing any more; then it cost nothing.
             */
            done: boolean;
            /**
             * Elements
             * @description Where to look; may be empty.
             */
            elements: string[];
            /**
             * Hints Taken
             * @description In this round, this one included.
             */
            hints_taken: number;
            /** Message */
            message: string;
            /** Stage */
            stage: number;
            /** Stages */
            stages: number;
        };
        /**
         * NextPieceRequest
         * @description A wish for a hint on what stands on the canvas.
         */
        NextPieceRequest: {
            sheet: components["schemas"]["Sheet-Input"];
            /**
             * Stage
             * @description How much to reveal: a question, a direction, the piece itself. Each new stage of a piece costs a hint.
             * @default 1
             */
            stage: number;
        };
        /**
         * NodeShape
         * @description The shape of what one operation made when the module ran.
         */
        NodeShape: {
            /** Name */
            name: string;
            /** Shape */
            shape: string;
        };
        /**
         * OverrideRequest
         * @description Whether the candidate did say it.
         */
        OverrideRequest: {
            /** Said */
            said: boolean;
        };
        /**
         * PhrasingOffer
         * @description What could be learnt from an answer about one key point; nothing is learnt by asking.
         */
        PhrasingOffer: {
            /** Claim */
            claim: string;
            /**
             * Phrase
             * @description The words of the answer that come nearest to the key point, to begin with; may be empty.
             */
            phrase: string;
            /** Point Id */
            point_id: string;
            /**
             * Remembered
             * @description What is remembered for this key point already.
             * @default []
             */
            remembered: components["schemas"]["PhrasingView"][];
        };
        /**
         * PhrasingRequest
         * @description The candidate's confirmation that these words make the key point.
         */
        PhrasingRequest: {
            /**
             * Phrase
             * @description A stretch of the answer, 3 to 300 characters.
             */
            phrase: string;
            /** Point Id */
            point_id: string;
        };
        /**
         * PhrasingView
         * @description Words that count as a key point for this candidate, beside those of the pack.
         */
        PhrasingView: {
            /**
             * Attempt Id
             * @description The answer they were said in.
             */
            attempt_id: string;
            /**
             * Claim
             * @description The key point's; empty where the bank does not have it any more.
             */
            claim: string;
            /**
             * Id
             * @description Follows from item, key point and words.
             */
            id: string;
            /** Item Id */
            item_id: string;
            /**
             * Learnt At
             * Format: date-time
             */
            learnt_at: string;
            /** Phrase */
            phrase: string;
            /** Point Id */
            point_id: string;
            /**
             * Title
             * @description The item's.
             */
            title: string;
        };
        /**
         * PointFeedback
         * @description One key point and what the answer did with it.
         */
        PointFeedback: {
            /** Because */
            because: string;
            /** Claim */
            claim: string;
            /** Confidence */
            confidence: number;
            /**
             * Correction
             * @description What puts the misconception right, where one was found.
             * @default
             */
            correction: string;
            /**
             * Evidence
             * @description A clause of the answer, verbatim; empty where nothing decided it.
             */
            evidence: string;
            /**
             * Evidence Start
             * @description Offset of the evidence in the answer, in characters.
             */
            evidence_start: number | null;
            /** Id */
            id: string;
            /**
             * Overridden
             * @description The candidate said: I did say that. It then counts as covered.
             * @default false
             */
            overridden: boolean;
            /**
             * Proven
             * @description Whether a program proves the claim.
             */
            proven: boolean;
            /** @description As the grader saw it. */
            verdict: components["schemas"]["Verdict"];
            /** Weight */
            weight: number;
        };
        /**
         * PracticeLink
         * @description Where a page of the guide sends its reader to practise.
         */
        PracticeLink: {
            /** Item Id */
            item_id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
        };
        /**
         * ProblemBrief
         * @description A line of the list of problems.
         */
        ProblemBrief: {
            /**
             * Attempts
             * @description How often something was submitted.
             */
            attempts: number;
            /**
             * Best Ratio
             * @description The least time over the reference's, of all accepted submissions that were measured.
             */
            best_ratio: number | null;
            /** Checklist */
            checklist: string[];
            /**
             * Due
             * @description When it comes back; null where it was neither passed nor given up.
             */
            due: string | null;
            /**
             * Id
             * @description The problem's name within its kind, such as ``softmax``; it is what the paths of the API take.
             */
            id: string;
            /**
             * Item Id
             * @description The full id, such as ``code/softmax``.
             */
            item_id: string;
            /** Last Attempt At */
            last_attempt_at: string | null;
            last_verdict: components["schemas"]["CodeVerdict"] | null;
            level: components["schemas"]["Level"];
            /**
             * Libraries
             * @description What a submission may import besides the standard library's mathematics.
             */
            libraries: string[];
            /**
             * Minutes
             * @description What an interviewer gives.
             */
            minutes: number;
            state: components["schemas"]["ProblemState"];
            /** Title */
            title: string;
            /** Topics */
            topics: string[];
        };
        /**
         * ProblemState
         * @description How far a candidate ever got with a problem.
         * @enum {string}
         */
        ProblemState: "new" | "started" | "given_up" | "passed";
        /**
         * ProblemView
         * @description A problem as it is worked on.
         *
         *     Work on a problem goes in rounds. A round ends when a submission is accepted or the reference is asked for; the next
         *     one begins the day after, or by a reset, with no hints taken and the reference out of sight.
         */
        ProblemView: {
            /**
             * Bans
             * @description Groups of ready-made functions and layers that may not be used.
             */
            bans: string[];
            brief: components["schemas"]["ProblemBrief"];
            /**
             * Defines
             * @description The name of the function or class that a submission defines.
             */
            defines: string;
            /**
             * Draft
             * @description What was typed so far in this round; the starter where nothing was.
             */
            draft: string;
            /**
             * Draft Revision
             * @description Send it back with the next draft; an older one is refused, so two tabs cannot overwrite each other.
             */
            draft_revision: number;
            /** Draft Saved At */
            draft_saved_at: string | null;
            /**
             * Finished
             * @description Whether this round is over: something was accepted, or the reference was revealed.
             */
            finished: boolean;
            /**
             * Hints
             * @description Those taken in this round.
             */
            hints: string[];
            /** Hints Total */
            hints_total: number;
            /**
             * Listens For
             * @description Markdown: what an interviewer listens for meanwhile.
             */
            listens_for: string;
            /** @description The latest one of this round. */
            narration: components["schemas"]["NarrationBrief"] | null;
            /**
             * Narration Seconds
             * @description Time allotted to saying how one would go about it.
             */
            narration_seconds: number;
            /**
             * Prerequisites
             * @description Topics to know before.
             */
            prerequisites: string[];
            /** @description Null until this round is over. */
            solution: components["schemas"]["SolutionView"] | null;
            /**
             * Starter
             * @description The program that a candidate begins with.
             */
            starter: string;
            /**
             * Task
             * @description Markdown with ``$…$`` mathematics.
             */
            task: string;
            /**
             * Traps
             * @description Markdown: the classes of traps, named and not given away.
             */
            traps: string;
            /**
             * Tries
             * @description Submissions in this round.
             */
            tries: number;
        };
        /**
         * ProgramView
         * @description A program to read.
         */
        ProgramView: {
            /** Name */
            name: string;
            /** Source */
            source: string;
        };
        /**
         * Progress
         * @description All that was practised, to look back on.
         */
        Progress: {
            /** Attempts */
            attempts: number;
            /**
             * Budget
             * @description The last 100 attempts.
             */
            budget: components["schemas"]["BudgetPoint"][];
            /**
             * Calendar
             * @description The last 365 days that had an attempt.
             */
            calendar: components["schemas"]["DayCount"][];
            /** Mean Score */
            mean_score: number | null;
            /** Minutes */
            minutes: number;
            /** Retention */
            retention: components["schemas"]["RetentionPoint"][];
            /**
             * Topics
             * @description Per-topic mastery, weakest first; ``score`` is the mastery.
             */
            topics: components["schemas"]["TopicScore"][];
        };
        /**
         * ProofRun
         * @description What running an item's proof gave.
         */
        ProofRun: {
            /**
             * Evidence
             * @description What the program printed.
             */
            evidence: string;
            /** Index */
            index: number;
            /**
             * Message
             * @description Why it failed, in one sentence; empty when proven.
             */
            message: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "proven" | "refuted" | "timed_out" | "unavailable";
            /** Proves */
            proves: string[];
            /** Seconds */
            seconds: number;
        };
        /**
         * ProofView
         * @description A program that proves claims of the item.
         */
        ProofView: {
            /** Index */
            index: number;
            /** Proves */
            proves: string[];
            /** Source */
            source: string;
        };
        /**
         * Readiness
         * @description The checklist, ticked by evidence.
         */
        Readiness: {
            /** Items */
            items: components["schemas"]["ReadinessItem"][];
            /** Ready */
            ready: number;
            /**
             * Weakest
             * @description Id of the item where an hour helps most.
             */
            weakest: string | null;
        };
        /**
         * ReadinessItem
         * @description One of the twelve items of the final checklist.
         */
        ReadinessItem: {
            /** Evidence */
            evidence: components["schemas"]["Evidence"][];
            /** Id */
            id: string;
            /**
             * Needed
             * @description How many items must count.
             */
            needed: number;
            /**
             * Next Item
             * @description What to practise to come closer.
             */
            next_item: string | null;
            /** Next Title */
            next_title: string | null;
            /**
             * Progress
             * @description In [0, 1]; 1 is ready.
             */
            progress: number;
            /** Ready */
            ready: boolean;
            /**
             * Says
             * @description One sentence: why it is ticked, or what is missing.
             */
            says: string;
            /** Title */
            title: string;
        };
        /**
         * Reading
         * @description What one element was taken for, to be laid over the drawing.
         *
         *     Args:
         *         id: The id of the box, arrow, frame or note.
         *         what: What it was read as.
         *         text: The words on it.
         *         means: The operations it names, in the vocabulary's terms, or what a note is; empty if it was not understood.
         *         source: Of an arrow, the id of the box it leaves; else empty.
         *         target: Of an arrow, the id of the box it reaches; else empty.
         *         elements: Every element it is made of.
         */
        Reading: {
            /**
             * Elements
             * @default []
             */
            elements: string[];
            /** Id */
            id: string;
            /**
             * Means
             * @default
             */
            means: string;
            /**
             * Source
             * @default
             */
            source: string;
            /**
             * Target
             * @default
             */
            target: string;
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * What
             * @enum {string}
             */
            what: "box" | "arrow" | "frame" | "note";
        };
        /**
         * ReferenceView
         * @description An accepted drawing, shown after passing or giving up.
         */
        ReferenceView: {
            /**
             * Detail
             * @description Whether it is the detailed of two levels: every operation, or the blocks only.
             */
            detail: boolean;
            /**
             * Module
             * @description The ``nn.Module`` that it describes; empty where it cannot be built.
             */
            module: string;
            /** Name */
            name: string;
            /** Notation */
            notation: string;
            /**
             * Scene
             * @description The same as an Excalidraw document, to be opened on a canvas.
             */
            scene: {
                [key: string]: unknown;
            };
            /**
             * Steps
             * @description Groups of element ids of the SVG in the order in which data flows, to be shown one after the other.
             */
            steps: string[][];
            /**
             * Svg
             * @description The drawing, for light pages.
             */
            svg: string;
            /** Svg Dark */
            svg_dark: string;
            /** Title */
            title: string;
        };
        /**
         * ResetReport
         * @description The receipt for beginning anew.
         */
        ResetReport: {
            /**
             * Attempts
             * @description How many attempts were deleted.
             */
            attempts: number;
            /**
             * Problems
             * @description How many began anew.
             */
            problems: number;
        };
        /**
         * ResetRequest
         * @description A wish to begin anew.
         */
        ResetRequest: {
            /**
             * History
             * @description Also delete every attempt, and what spaced repetition remembers.
             * @default false
             */
            history: boolean;
        };
        /**
         * RetentionPoint
         * @description Predicted against real recall: of the reviews that fell due in a week, the share recalled.
         */
        RetentionPoint: {
            /** Predicted */
            predicted: number;
            /** Recalled */
            recalled: number;
            /** Reviews */
            reviews: number;
            /**
             * Week
             * Format: date
             */
            week: string;
        };
        /**
         * RunRequest
         * @description A program to be tried on the visible examples; nothing is stored.
         */
        RunRequest: {
            /** Source */
            source: string;
        };
        /**
         * SessionRequest
         * @description What a candidate wants to practise.
         */
        "SessionRequest-Input": {
            /**
             * Count
             * @description How many questions; fewer come where the filters leave fewer.
             * @default 20
             */
            count: number;
            /**
             * Items
             * @description Items by name, in this order; then the filters and the count do not apply.
             * @default []
             */
            items: string[];
            /**
             * Kind
             * @default rapid
             * @enum {string}
             */
            kind: "rapid" | "deep";
            /**
             * Levels
             * @default []
             */
            levels: components["schemas"]["Level"][];
            /** @default pressure */
            mode: components["schemas"]["Mode"];
            /**
             * Only Due
             * @description Only what spaced repetition says is due today.
             * @default false
             */
            only_due: boolean;
            /**
             * Topics
             * @description Topics or areas; empty for all.
             * @default []
             */
            topics: string[];
        };
        /**
         * SessionRequest
         * @description What a candidate wants to practise.
         */
        "SessionRequest-Output": {
            /**
             * Count
             * @description How many questions; fewer come where the filters leave fewer.
             * @default 20
             */
            count: number;
            /**
             * Items
             * @description Items by name, in this order; then the filters and the count do not apply.
             * @default []
             */
            items: string[];
            /**
             * Kind
             * @default rapid
             * @enum {string}
             */
            kind: "rapid" | "deep";
            /**
             * Levels
             * @default []
             */
            levels: components["schemas"]["Level"][];
            /** @default pressure */
            mode: components["schemas"]["Mode"];
            /**
             * Only Due
             * @description Only what spaced repetition says is due today.
             * @default false
             */
            only_due: boolean;
            /**
             * Topics
             * @description Topics or areas; empty for all.
             * @default []
             */
            topics: string[];
        };
        /**
         * SessionSummary
         * @description A finished session, to look back on.
         */
        SessionSummary: {
            /** Answered */
            answered: number;
            /** By Topic */
            by_topic: components["schemas"]["TopicScore"][];
            /**
             * Comes Back
             * @description When each question of the session returns.
             */
            comes_back: components["schemas"]["DueItem"][];
            /**
             * Habits
             * @description What recurred in how the answers were given, most frequent first.
             * @default []
             */
            habits: components["schemas"]["HabitCount"][];
            /**
             * Missed
             * @description What was not said or said wrongly, heaviest first.
             */
            missed: components["schemas"]["MissedPoint"][];
            /**
             * Score
             * @description Mean over answered turns; 0 where none was answered.
             */
            score: number;
            /**
             * Seconds Allotted
             * @description Of the answered turns.
             */
            seconds_allotted: number;
            /** Seconds Used */
            seconds_used: number;
            session: components["schemas"]["SessionView"];
            /** Skipped */
            skipped: number;
            /**
             * Verdicts
             * @description Key points by what was done with them, overrides included.
             */
            verdicts: {
                [key: string]: number;
            };
            /** Words Per Minute */
            words_per_minute: number | null;
        };
        /**
         * SessionView
         * @description A session as it stands.
         */
        SessionView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "rapid" | "deep";
            mode: components["schemas"]["Mode"];
            /**
             * Position
             * @description The turn that comes next; null when none is left.
             */
            position: number | null;
            /** Turns */
            turns: components["schemas"]["TurnBrief"][];
        };
        /**
         * Settings
         * @description What the user chose. Everything has a default that keeps all data on this machine.
         */
        "Settings-Input": {
            /**
             * Daily Goal
             * @description Questions a day.
             * @default 20
             */
            daily_goal: number;
            /**
             * Desired Retention
             * @description Chance of recall at which spaced repetition brings an item back.
             * @default 0.9
             */
            desired_retention: number;
            /**
             * Grader
             * @description Who grades answers in words: embedded, on this machine, or llm, a language model of your choice, to which the
             *     question, its key points and your answer are then sent.
             * @default embedded
             * @enum {string}
             */
            grader: "embedded" | "llm";
            /** Interview Date */
            interview_date?: string | null;
            /**
             * Llm Key Variable
             * @description Name of the environment variable that holds the key, in capitals; never the key itself. Empty where no key is
             *     needed.
             * @default
             */
            llm_key_variable: string;
            /**
             * Llm Model
             * @description The model's name there.
             * @default
             */
            llm_model: string;
            /**
             * Llm Protocol
             * @description How the model is spoken to: chat completions, as Ollama, vLLM, OpenAI and others understand them, or Anthropic's
             *     messages.
             * @default openai
             * @enum {string}
             */
            llm_protocol: "openai" | "anthropic";
            /**
             * Llm Seconds
             * @description Time that the model has to judge an answer; then the built-in grader does.
             * @default 20
             */
            llm_seconds: number;
            /**
             * Llm Url
             * @description Base address of the model, such as http://localhost:11434/v1.
             * @default
             */
            llm_url: string;
            /**
             * Python
             * @description Path of the Python that runs submissions of code, such as that of an environment with another torch; empty to
             *     find one.
             * @default
             */
            python: string;
            /**
             * Read Aloud
             * @description Read each question aloud with the browser's voice.
             * @default false
             */
            read_aloud: boolean;
            /**
             * Theme
             * @default auto
             * @enum {string}
             */
            theme: "auto" | "light" | "dark";
            /**
             * Voice
             * @default typed
             * @enum {string}
             */
            voice: "typed" | "browser" | "whisper";
            /**
             * Whisper Folder
             * @description A local folder with a faster-whisper model.
             * @default
             */
            whisper_folder: string;
        };
        /**
         * Settings
         * @description What the user chose. Everything has a default that keeps all data on this machine.
         */
        "Settings-Output": {
            /**
             * Daily Goal
             * @description Questions a day.
             * @default 20
             */
            daily_goal: number;
            /**
             * Desired Retention
             * @description Chance of recall at which spaced repetition brings an item back.
             * @default 0.9
             */
            desired_retention: number;
            /**
             * Grader
             * @description Who grades answers in words: embedded, on this machine, or llm, a language model of your choice, to which the
             *     question, its key points and your answer are then sent.
             * @default embedded
             * @enum {string}
             */
            grader: "embedded" | "llm";
            /** Interview Date */
            interview_date: string | null;
            /**
             * Llm Key Variable
             * @description Name of the environment variable that holds the key, in capitals; never the key itself. Empty where no key is
             *     needed.
             * @default
             */
            llm_key_variable: string;
            /**
             * Llm Model
             * @description The model's name there.
             * @default
             */
            llm_model: string;
            /**
             * Llm Protocol
             * @description How the model is spoken to: chat completions, as Ollama, vLLM, OpenAI and others understand them, or Anthropic's
             *     messages.
             * @default openai
             * @enum {string}
             */
            llm_protocol: "openai" | "anthropic";
            /**
             * Llm Seconds
             * @description Time that the model has to judge an answer; then the built-in grader does.
             * @default 20
             */
            llm_seconds: number;
            /**
             * Llm Url
             * @description Base address of the model, such as http://localhost:11434/v1.
             * @default
             */
            llm_url: string;
            /**
             * Python
             * @description Path of the Python that runs submissions of code, such as that of an environment with another torch; empty to
             *     find one.
             * @default
             */
            python: string;
            /**
             * Read Aloud
             * @description Read each question aloud with the browser's voice.
             * @default false
             */
            read_aloud: boolean;
            /**
             * Theme
             * @default auto
             * @enum {string}
             */
            theme: "auto" | "light" | "dark";
            /**
             * Voice
             * @default typed
             * @enum {string}
             */
            voice: "typed" | "browser" | "whisper";
            /**
             * Whisper Folder
             * @description A local folder with a faster-whisper model.
             * @default
             */
            whisper_folder: string;
        };
        /**
         * ShapeFindings
         * @description The shapes of a drawing.
         *
         *     Args:
         *         edges: Every arrow of which a shape is written or known.
         *         sizes: The candidate's names of sizes and what they stand for, such as ``{"C": "256"}``.
         *         written: How many shapes are written.
         *         agreeing: How many of these are known to hold.
         *         disagreeing: How many of these are known to be wrong.
         */
        ShapeFindings: {
            /**
             * Agreeing
             * @default 0
             */
            agreeing: number;
            /**
             * Disagreeing
             * @default 0
             */
            disagreeing: number;
            /**
             * Edges
             * @default []
             */
            edges: components["schemas"]["EdgeShape"][];
            /** Sizes */
            sizes?: {
                [key: string]: string;
            };
            /**
             * Written
             * @default 0
             */
            written: number;
        };
        /**
         * Sheet
         * @description A drawing: an Excalidraw scene or the text notation, one of them.
         */
        "Sheet-Input": {
            /**
             * Corrections
             * @description What the candidate said about how the scene was read.
             * @default []
             */
            corrections: components["schemas"]["SheetCorrection-Input"][];
            /**
             * Notation
             * @description The text notation, where nothing is drawn.
             * @default
             */
            notation: string;
            /**
             * Scene
             * @description An Excalidraw document: ``{"type": "excalidraw", "elements": […], …}``.
             */
            scene?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * Sheet
         * @description A drawing: an Excalidraw scene or the text notation, one of them.
         */
        "Sheet-Output": {
            /**
             * Corrections
             * @description What the candidate said about how the scene was read.
             * @default []
             */
            corrections: components["schemas"]["SheetCorrection-Output"][];
            /**
             * Notation
             * @description The text notation, where nothing is drawn.
             * @default
             */
            notation: string;
            /**
             * Scene
             * @description An Excalidraw document: ``{"type": "excalidraw", "elements": […], …}``.
             */
            scene: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * SheetCorrection
         * @description What the candidate says about a reading.
         */
        "SheetCorrection-Input": {
            /**
             * Element
             * @description Id of the arrow or text that is meant.
             */
            element: string;
            /**
             * Role
             * @description ``source``/``target``: that end of the arrow is at ``to``; ``label``: the text belongs to ``to``; ``note``: it
             *     means nothing here; ``reverse``: the arrow goes the other way.
             * @enum {string}
             */
            role: "source" | "target" | "label" | "note" | "reverse";
            /**
             * To
             * @description Id of a box, arrow or frame; empty for ``note`` and ``reverse``.
             * @default
             */
            to: string;
        };
        /**
         * SheetCorrection
         * @description What the candidate says about a reading.
         */
        "SheetCorrection-Output": {
            /**
             * Element
             * @description Id of the arrow or text that is meant.
             */
            element: string;
            /**
             * Role
             * @description ``source``/``target``: that end of the arrow is at ``to``; ``label``: the text belongs to ``to``; ``note``: it
             *     means nothing here; ``reverse``: the arrow goes the other way.
             * @enum {string}
             */
            role: "source" | "target" | "label" | "note" | "reverse";
            /**
             * To
             * @description Id of a box, arrow or frame; empty for ``note`` and ``reverse``.
             * @default
             */
            to: string;
        };
        /**
         * SheetDraftRequest
         * @description The drawing as far as it got.
         */
        SheetDraftRequest: {
            /**
             * Force
             * @description Overwrite what another tab saved.
             * @default false
             */
            force: boolean;
            /**
             * Revision
             * @description The revision that it was drawn on top of.
             */
            revision: number;
            sheet: components["schemas"]["Sheet-Input"];
        };
        /**
         * SheetRequest
         * @description A drawing to be looked at; nothing is stored.
         */
        SheetRequest: {
            sheet: components["schemas"]["Sheet-Input"];
        };
        /**
         * SheetSubmitRequest
         * @description A drawing to be handed in.
         */
        SheetSubmitRequest: {
            /**
             * Seconds Used
             * @description Time worked on it in this round, all tries together.
             * @default 0
             */
            seconds_used: number;
            sheet: components["schemas"]["Sheet-Input"];
        };
        /**
         * ShownValue
         * @description A value as it is shown to a person.
         */
        ShownValue: {
            /**
             * Kind
             * @description Shape and type, such as ``float32 (2, 3)``.
             */
            kind: string;
            /**
             * Name
             * @description Which input or output it is, such as ``x`` or ``gradient of x``.
             */
            name: string;
            /**
             * Text
             * @description Its numbers where there are few, else empty.
             * @default
             */
            text: string;
        };
        /**
         * SignalView
         * @description Something noticed about the whole answer.
         */
        SignalView: {
            /**
             * Evidence
             * @default
             */
            evidence: string;
            /** Id */
            id: string;
            /** Message */
            message: string;
        };
        /**
         * SolutionView
         * @description What is shown after passing or giving up.
         */
        SolutionView: {
            /** Complexity */
            complexity: string;
            /** Follow Ups */
            follow_ups: components["schemas"]["FollowUpView"][];
            /**
             * Others
             * @description Right solutions in other styles.
             */
            others: components["schemas"]["ProgramView"][];
            /**
             * Reference
             * @description The reference solution.
             */
            reference: string;
            /** Sources */
            sources: string[];
            /**
             * Why
             * @description Markdown.
             */
            why: string;
        };
        /**
         * SourceDraftRequest
         * @description The program as typed so far.
         */
        SourceDraftRequest: {
            /**
             * Force
             * @description Overwrite what another tab saved.
             * @default false
             */
            force: boolean;
            /**
             * Revision
             * @description The revision that it was typed on top of.
             */
            revision: number;
            /** Source */
            source: string;
        };
        /**
         * Speech
         * @description How it was said.
         */
        Speech: {
            /**
             * Filler Words
             * @default []
             */
            filler_words: string[];
            /** Fillers */
            fillers: number;
            /** Words */
            words: number;
            /** Words Per Minute */
            words_per_minute: number | null;
        };
        /**
         * SpokenAnswerRequest
         * @description An answer in words to one of the questions about the drawing.
         */
        SpokenAnswerRequest: {
            /**
             * Seconds Used
             * @default 0
             */
            seconds_used: number;
            /**
             * Spoken
             * @description Whether it is a transcript; then pace and fillers are reported.
             * @default false
             */
            spoken: boolean;
            /** Text */
            text: string;
        };
        /**
         * SpokenPart
         * @description A question in words about the drawing: its trade-offs, or a probe.
         */
        SpokenPart: {
            /**
             * Attempt Id
             * @description The latest answer of this round; null where there is none.
             */
            attempt_id: string | null;
            /**
             * Part
             * @description ``trade-offs`` or the probe's id; it is what the paths of the API take.
             */
            part: string;
            /** Question */
            question: string;
            /**
             * Score
             * @description Of that answer, in [0, 1]; null until it is graded.
             */
            score: number | null;
            /** Seconds */
            seconds: number;
        };
        /**
         * Stencil
         * @description A piece of the library that can be put on the canvas.
         */
        Stencil: {
            /** Category */
            category: string;
            /**
             * Colour
             * @description Of its kind of operation.
             */
            colour: string;
            /**
             * Elements
             * @description Excalidraw elements.
             */
            elements: {
                [key: string]: unknown;
            }[];
            /** Title */
            title: string;
        };
        /**
         * SubmitRequest
         * @description A program to be judged.
         */
        SubmitRequest: {
            /**
             * Seconds Used
             * @description Time worked on the problem in this round, all tries together.
             * @default 0
             */
            seconds_used: number;
            /** Source */
            source: string;
        };
        /**
         * Today
         * @description The first page of the day.
         */
        Today: {
            /** @description The architecture to draw today; null where there is none. */
            drawing: components["schemas"]["ExerciseSuggestion"] | null;
            /** Due */
            due: components["schemas"]["DueItem"][];
            /**
             * New
             * @description Items never practised.
             */
            new: number;
            open_session: components["schemas"]["SessionView"] | null;
            /** Practised Today */
            practised_today: number;
            /** @description The coding problem to work on today; null where there is none. */
            problem: components["schemas"]["ExerciseSuggestion"] | null;
            /** Ready */
            ready: number;
            /** Ready Of */
            ready_of: number;
            /** Streak Days */
            streak_days: number;
            /** @description One click away: what to practise now. */
            suggestion: components["schemas"]["SessionRequest-Output"];
            /**
             * Suggestion Says
             * @description One sentence: why that.
             */
            suggestion_says: string;
        };
        /**
         * TopicMapView
         * @description The map of the field.
         */
        TopicMapView: {
            /** Areas */
            areas: components["schemas"]["AreaView"][];
            /** Topics */
            topics: components["schemas"]["TopicView"][];
        };
        /**
         * TopicScore
         * @description How a topic went.
         */
        TopicScore: {
            /** Attempts */
            attempts: number;
            /** Score */
            score: number;
            /** Title */
            title: string;
            /** Topic */
            topic: string;
        };
        /**
         * TopicView
         * @description A topic of the map.
         */
        TopicView: {
            /** Area */
            area: string;
            /** Id */
            id: string;
            /** Items */
            items: string[];
            level: components["schemas"]["Level"];
            /**
             * Mastery
             * @description In [0, 1]: chance of recall times last score, averaged over its items; null where none was practised.
             */
            mastery: number | null;
            /** Prerequisites */
            prerequisites: string[];
            /** Title */
            title: string;
        };
        /**
         * Transcript
         * @description What was heard; shown to the candidate for editing before it is graded.
         */
        Transcript: {
            /** Text */
            text: string;
        };
        /**
         * TurnBrief
         * @description A line of a session's table of contents.
         */
        TurnBrief: {
            /** Attempt Id */
            attempt_id: string | null;
            /** Item Id */
            item_id: string;
            /**
             * Part
             * @description ``answer`` for a rapid question; ``headline``, ``detail`` or a follow-up's id for a deep one.
             */
            part: string;
            /**
             * Position
             * @description From 0.
             */
            position: number;
            /** Score */
            score: number | null;
            /**
             * Seconds
             * @description Time allotted.
             */
            seconds: number;
            /** Seconds Used */
            seconds_used: number | null;
            state: components["schemas"]["TurnState"];
            /** Title */
            title: string;
        };
        /**
         * TurnState
         * @description Where a turn of a session stands.
         * @enum {string}
         */
        TurnState: "waiting" | "asked" | "answered" | "skipped";
        /**
         * TurnView
         * @description A question as it is put to the candidate. Nothing in it gives the answer away.
         */
        TurnView: {
            /** Draft */
            draft: string;
            /**
             * Draft Revision
             * @description Send it back with the next draft; an older one is refused, so two tabs cannot overwrite each other.
             */
            draft_revision: number;
            /**
             * Earlier
             * @default []
             */
            earlier: components["schemas"]["EarlierPart"][];
            /** Item Id */
            item_id: string;
            level: components["schemas"]["Level"];
            mode: components["schemas"]["Mode"];
            /** Part */
            part: string;
            /** Position */
            position: number;
            /**
             * Prompt
             * @description Markdown with ``$…$`` mathematics.
             */
            prompt: string;
            /**
             * Seconds
             * @description Time allotted.
             */
            seconds: number;
            /**
             * Seconds Used
             * @description Since it was asked, by the server's clock.
             */
            seconds_used: number;
            /** Session Id */
            session_id: string;
            state: components["schemas"]["TurnState"];
            /** Title */
            title: string;
            /** Topics */
            topics: string[];
            /** Total */
            total: number;
        };
        /**
         * UnreadElement
         * @description Something that could not be read. It never counts as wrong.
         *
         *     Args:
         *         id: The element's id.
         *         what: ``arrow``, ``text``, ``image``, ``scribble``, ``line``, or ``box`` where its words were not understood.
         *         message: What is unclear and what to do, in one sentence.
         *         elements: The elements concerned.
         */
        UnreadElement: {
            /**
             * Elements
             * @default []
             */
            elements: string[];
            /** Id */
            id: string;
            /** Message */
            message: string;
            /** What */
            what: string;
        };
        /**
         * Verdict
         * @description What an answer did with one key point.
         * @enum {string}
         */
        Verdict: "covered" | "partial" | "missing" | "contradicted" | "unsure";
        /**
         * VoiceStatus
         * @description What can turn speech into text here.
         */
        VoiceStatus: {
            /**
             * Says
             * @description One sentence: what works, or what to install.
             */
            says: string;
            /** Whisper */
            whisper: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    abilities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ability"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_feedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    override: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
                point_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    remember_phrasing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhrasingRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasingView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    offer_phrasing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
                point_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasingOffer"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    undo_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    list_architectures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchitectureBrief"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    open_architecture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchitectureView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    drawing_attempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingAttemptBrief"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    submit_drawing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetSubmitRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingFeedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    check_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardCheck"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    save_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetDraftRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSaved"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    next_piece: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NextPieceRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextPiece"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    run_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModuleRunView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    reveal_references: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchitectureView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    reset_architecture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetReport"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    say_about_drawing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                architecture: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpokenAnswerRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_drawing_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingFeedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    convert_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConvertRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Converted"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    reset_all_architectures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetReport"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    list_stencils: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stencil"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_code_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeFeedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    list_problems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBrief"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    open_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    code_attempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAttemptBrief"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    submit_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeFeedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    save_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceDraftRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSaved"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    take_hint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HintRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HintsTaken"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    narrate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NarrationRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    reveal_reference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    reset_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetReport"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    run_examples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgementView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    reset_all_problems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetReport"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    judge_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgeStatusView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    erase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    export_apkg: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A deck of cards for Anki */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    export_csv: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One attempt a row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    export_jsonl: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One JSON document a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    grade: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GradeRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradedAnswer"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    guide: {
        parameters: {
            query?: {
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidePage"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    import_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_data"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    list_items: {
        parameters: {
            query?: {
                /** @description Kinds; all where none is given. */
                kind?: string[];
                /** @description Levels. */
                level?: components["schemas"]["Level"][];
                /** @description Words to look for. */
                q?: string;
                /** @description Topics or areas. */
                topic?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemBrief"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    show_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    run_proofs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofRun"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    list_phrasings: {
        parameters: {
            query?: {
                /** @description Only for this item; all where none is given. */
                item?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasingView"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    remove_phrasing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrasing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasingView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    progress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    open_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"][];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    start_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRequest-Input"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    finish_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionSummary"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    summarise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionSummary"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    answer_turn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From 0. */
                position: number;
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    ask_turn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From 0. */
                position: number;
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TurnView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    save_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From 0. */
                position: number;
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSaved"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    skip_turn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From 0. */
                position: number;
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    stop_deeper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From 0. */
                position: number;
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings-Output"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    put_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settings-Input"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings-Output"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    topic_map: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicMapView"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    voice_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceStatus"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    transcribe: {
        parameters: {
            query?: {
                /** @description The item asked; its topic's words are listened for. */
                item?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_transcribe"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            /** @description One sentence on what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
}
